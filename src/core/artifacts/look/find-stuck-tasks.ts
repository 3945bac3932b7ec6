import { findCycles } from "../../graph/find-cycles.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import type { StuckTasks } from "../../model/stuck-tasks.ts";
import type { TaskFiles } from "../read/artifact-set.ts";
import { listGraphEdges } from "../read/list-graph-edges.ts";
import { listNeeds } from "../read/list-needs.ts";
import { listCapacities } from "./list-capacities.ts";

/** Unfinished tasks that can never start, and why: each knot by its shortest way round. */
export function findStuckTasks({ tasks }: TaskFiles): readonly StuckTasks[] {
  const all = new Set(tasks.tasks.map(({ id }) => id));
  const open = tasks.tasks.filter(({ source }) => source?.state !== "done");
  const ids = [...new Set(open.map(({ id }) => id))];
  const edges = listGraphEdges(tasks);
  const cycles = findCycles(nameGraph(ids, edges)).map((cycle) =>
    cycle.flatMap((place) => ids[place] ?? []),
  );
  const capacities = listCapacities(tasks);
  return [
    ...cycles.map((knot) => ({ kind: "cycle" as const, tasks: knot })),
    ...edges
      .filter(([from]) => !all.has(from))
      .map(([from, to]) => ({ kind: "unknown" as const, task: to, predecessor: from })),
    ...open.flatMap((task) => {
      // what is under way has found what it needs
      if (task.source?.state === "in-progress") return [];
      return listNeeds(task).flatMap(([resource, units]) => {
        const capacity = capacities.get(resource) ?? units;
        if (units <= capacity) return [];
        return [{ kind: "shortage" as const, task: task.id, resource, units, capacity }];
      });
    }),
  ];
}
