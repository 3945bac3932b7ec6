import { escapeMarkdown } from "../../text/escape-markdown.ts";
import { groupBy } from "../../text/group-by.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

const maxNamed = 10;

/** What may go wrong: the risks that tasks name, dependencies that are not sure, and tasks on which much hangs though little is known of them. */
export function renderRisks(input: ArtifactInput): readonly string[] {
  const parts = [...renderStated(input), ...renderUnsure(input), ...renderHinges(input)];
  return [
    "## Risks",
    ...(parts.length === 0 ? ["", "The spec names none, and none was found."] : parts),
  ];
}

function renderStated({ plan }: ArtifactInput): readonly string[] {
  const rows = plan.tasks.flatMap(({ id, risks, owner }) =>
    risks.map((risk) => [id, escapeMarkdown(risk), escapeMarkdown(owner ?? "")]),
  );
  if (rows.length === 0) return [];
  return [
    "",
    "### Named by tasks",
    "",
    ...renderTable(["task", "risk", "owner"], rows, "tasks.json"),
  ];
}

function renderUnsure({ plan }: ArtifactInput): readonly string[] {
  const { toName } = nameTasks(plan.tasks);
  const rows = plan.dag.edges
    .filter(({ confidence }) => confidence < 1)
    .toSorted((a, b) => a.confidence - b.confidence)
    .slice(0, maxNamed)
    .map(({ from, to, confidence, reason }) => [
      `${toName(to)} waits for ${from}`,
      String(confidence),
      escapeMarkdown(reason),
    ]);
  if (rows.length === 0) return [];
  return [
    "",
    "### Dependencies that hold and are not sure",
    "",
    "If one is wrong, its task waits for nothing: the spec can say so.",
    "",
    ...renderTable(["dependency", "confidence", "because"], rows, "tasks.json"),
  ];
}

/** Much waits for them, or the end hangs on them, and their hours are a guess or swing far. */
function renderHinges({ plan, schedule }: ArtifactInput): readonly string[] {
  const forecasts = new Map((schedule.forecast?.tasks ?? []).map((each) => [each.id, each]));
  const waiters = groupBy(plan.dag.edges, ({ from }) => from);
  const { toName } = nameTasks(plan.tasks);
  const rows = plan.tasks
    .filter(({ state }) => state !== "done")
    .map((task) => ({
      task,
      waiting: waiters.get(task.id)?.length ?? 0,
      criticality: forecasts.get(task.id)?.criticality ?? 0,
    }))
    .filter(({ task, criticality }) => task.effort === undefined && criticality >= 0.5)
    .toSorted((a, b) => b.criticality - a.criticality || b.waiting - a.waiting)
    .slice(0, maxNamed)
    .map(({ task, waiting, criticality }) => [
      toName(task.id),
      `${Math.round(100 * criticality)} %`,
      String(waiting),
    ]);
  if (rows.length === 0) return [];
  return [
    "",
    "### The end hangs on them and their hours are a guess",
    "",
    `${countOf(rows.length, "task")} without an estimate; one line with hours would sharpen the forecast most.`,
    "",
    ...renderTable(["task", "runs in which the end hung on it", "wait for it"], rows, "waves.json"),
  ];
}
