import type { Wave } from "../../model/schedule.ts";
import { sortAsDocument } from "../sort-as-document.ts";
import type { ScheduleGraph } from "../to-schedule-graph.ts";
import { countEnough } from "./count-enough.ts";
import { packMost } from "./pack-most.ts";
import type { WaveOptions } from "./wave-options.ts";

/** A wave of these tasks, by place, with what they can have in use at once. */
export function toWave(
  places: readonly number[],
  number: number,
  graph: ScheduleGraph,
  { quorum, maxConcurrent }: Pick<WaveOptions, "quorum" | "maxConcurrent">,
): Wave {
  const { tasks, needs, limits } = graph;
  const inOrder = sortAsDocument(graph, places);
  const usage = limits.flatMap(({ id, kind, capacity }) => {
    if (kind === "apart") return [];
    const amounts = inOrder.flatMap((place) =>
      (needs[place] ?? []).flatMap(({ resource, units }) => (resource === id ? [units] : [])),
    );
    return amounts.length === 0
      ? []
      : [[id, packMost(amounts, { capacity, slots: maxConcurrent })] as const];
  });
  return {
    number,
    tasks: inOrder.flatMap((place) => tasks[place]?.id ?? []),
    resourceUsage: Object.fromEntries(usage),
    quorum: countEnough(inOrder.length, quorum),
  };
}
