import type { Diagnostic } from "../../model/diagnostic.ts";
import type { TaskId } from "../../model/ids.ts";
import type { Dependency } from "../../model/plan.ts";
import type { PlanDraft } from "../plan-draft.ts";

/** Most links of one cycle that a message names. */
const maxLinks = 12;

/**
 * KS201 for each knot of tasks that wait for each other: the shortest way
 * round, where each link is said, and the weakest of them, at whose place the
 * finding stands.
 */
export function findCycleFaults(plan: PlanDraft): readonly Diagnostic[] {
  const edges = new Map(plan.dag.edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  const names = new Map(plan.tasks.map((task) => [task.id, task.ownId ?? task.id]));
  const readName = (id: TaskId) => names.get(id) ?? id;
  const readPlace = ({ evidence: [first] }: Dependency) => ({
    path: first?.path ?? plan.specPath,
    line: first?.startLine ?? 1,
    column: 1,
  });

  return plan.dag.cycles.flatMap((cycle) => {
    const links = cycle.flatMap((from, index) => {
      const edge = edges.get(`${from} ${cycle[(index + 1) % cycle.length]}`);
      return edge === undefined ? [] : [edge];
    });
    const [weakest] = links.toSorted((a, b) => a.confidence - b.confidence);
    if (weakest === undefined) return [];
    const message = describe(links, weakest);
    return [{ code: "KS201", severity: "error", message, at: readPlace(weakest) }];
  });

  function describe(links: readonly Dependency[], weakest: Dependency): string {
    const first = links[0]?.from ?? weakest.from;
    const shown = links.slice(0, maxLinks).map(({ from }) => readName(from));
    const more = links.length > maxLinks ? ` → … (${links.length - maxLinks} more)` : "";
    const said = links.slice(0, maxLinks).map((edge) => {
      const { path, line } = readPlace(edge);
      return `${readName(edge.to)} waits for ${readName(edge.from)} (${path}:${line})`;
    });
    const arrow = `${readName(weakest.from)} → ${readName(weakest.to)}`;
    return `Tasks wait for each other: ${shown.join(" → ")}${more} → ${readName(first)}. ${said.join(", ")}. Take out one of these; the weakest is ${arrow} with confidence ${weakest.confidence}`;
  }
}
