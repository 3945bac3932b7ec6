import type { ScheduleGraph } from "./to-schedule-graph.ts";

/** Places of tasks as the tasks stand in the document; all of them if none are given. */
export function sortAsDocument(
  { tasks, documentRanks }: Pick<ScheduleGraph, "tasks" | "documentRanks">,
  places: Iterable<number> = tasks.keys(),
): readonly number[] {
  return [...places].sort((a, b) => (documentRanks[a] ?? 0) - (documentRanks[b] ?? 0));
}
