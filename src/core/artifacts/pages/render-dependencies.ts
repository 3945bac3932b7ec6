import type { TaskId } from "../../model/ids.ts";
import type { Dependency } from "../../model/plan.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import { groupBy } from "../../text/group-by.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import { fold } from "./fold.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

/** Rows that are shown without a click. */
const maxOpen = 40;

/** The section on what waits for what, with the line that says it; what one line says of many is one row. */
export function renderDependencies({ plan }: ArtifactInput): readonly string[] {
  const { edges, soft, lowConfidence } = plan.dag;
  const { toList } = nameTasks(plan.tasks);
  const place = new Map(plan.tasks.map(({ id }, index) => [id, index]));
  const byWaiter = edges.toSorted((a, b) => (place.get(a.to) ?? 0) - (place.get(b.to) ?? 0));
  const rows = foldSayings(byWaiter).map(({ waiters, on, saying }) => [
    toList(waiters),
    toList(on),
    escapeMarkdown(saying.reason),
    describePlace(saying),
  ]);
  const kept = `${countOf(edges.length, "dependency")} in the graph`;
  const out = `${soft.length} soft and ${lowConfidence.length} below confidence ${plan.config.minConfidence} are kept out of it`;
  const table = renderTable(["task", "waits for", "because", "where"], rows, "tasks.json");
  return [
    "## Dependencies",
    "",
    `${kept}; ${out}.`,
    ...(rows.length > 0
      ? ["", ...(rows.length > maxOpen ? fold("Who waits for whom", table) : table)]
      : []),
  ];
}

interface Saying {
  readonly waiters: readonly TaskId[];
  readonly on: readonly TaskId[];
  /** One of the dependencies; the others have the same reason and place. */
  readonly saying: Dependency;
}

/** Puts together the tasks that wait for the same ones for the same reason, in order of the first. */
function foldSayings(edges: readonly Dependency[]): readonly Saying[] {
  const byTask = groupBy(edges, (edge) =>
    JSON.stringify([edge.to, edge.reason, describePlace(edge)]),
  );
  const told = [...byTask.values()].flatMap((same) => {
    const [saying] = same;
    return saying === undefined ? [] : [{ saying, on: same.map(({ from }) => from) }];
  });
  const byOn = groupBy(told, ({ saying, on }) =>
    JSON.stringify([...on, saying.reason, describePlace(saying)]),
  );
  return [...byOn.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, waiters: same.map(({ saying }) => saying.to) }];
  });
}

function describePlace({ evidence: [first] }: Dependency): string {
  return first === undefined ? "" : `${escapeMarkdown(first.path)}:${first.startLine}`;
}
