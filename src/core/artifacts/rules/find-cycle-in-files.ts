import { findCycles } from "../../graph/find-cycles.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import { listGraphEdges } from "../read/list-graph-edges.ts";
import type { PlanContent, RuleFault } from "./plan-rule.ts";

/** Most tasks of one cycle that a message names. */
const mostNamed = 12;

/** Each knot of tasks that wait for each other, by its shortest way round; at the link that closes it. */
export function findCycleInFiles({ tasks }: PlanContent): readonly RuleFault[] {
  const ids = [...new Set(tasks.tasks.map(({ id }) => id))];
  return findCycles(nameGraph(ids, listGraphEdges(tasks))).map((cycle) => {
    const names = cycle.flatMap((place) => ids[place] ?? []);
    const [first, last] = [names[0] ?? "", names.at(-1) ?? ""];
    const link = tasks.dependencies.findIndex(({ from, to }) => from === last && to === first);
    const more = names.length > mostNamed ? ` → … (${names.length - mostNamed} more)` : "";
    const way = `${names.slice(0, mostNamed).join(" → ")}${more} → ${first}`;
    const message = `Tasks wait for each other: ${way}; take out one of these dependencies`;
    return { file: "tasks.json", keys: ["dependencies", link], message };
  });
}
