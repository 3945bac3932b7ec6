import { reverseGraph } from "../graph/reverse-graph.ts";
import type { ResourceId, TaskId } from "../model/ids.ts";
import type { ParallelGroup } from "../model/schedule.ts";
import { findShortage } from "./find-shortage.ts";
import { sortAsDocument } from "./sort-as-document.ts";
import { takeUnits } from "./take-units.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/**
 * Tasks that become ready together, because they wait for the same tasks, and
 * that no shortage parts: of those that need units of one resource only as
 * many as there is room for, and no more than there are slots, by ID. Groups of two and more; these, what they
 * wait for and who is in them in document order.
 */
export function groupParallel(schedule: ScheduleGraph, slots: number): readonly ParallelGroup[] {
  const { tasks, documentRanks, capacities, needs } = schedule;
  const { starts, targets } = reverseGraph(schedule.graph);
  const groups = new Map<
    string,
    { before: Int32Array; members: number[]; free: Map<ResourceId, number> }
  >();
  for (const place of tasks.keys()) {
    const before = targets.slice(starts[place], starts[place + 1]);
    const key = before.join();
    const group = groups.get(key) ?? { before, members: [], free: new Map(capacities) };
    groups.set(key, group);
    const asked = needs[place] ?? [];
    if (group.members.length >= slots || findShortage(asked, group.free) !== undefined) continue;
    takeUnits(asked, group.free);
    group.members.push(place);
  }
  const rankOf = (places: readonly number[]) => documentRanks[places[0] ?? 0] ?? 0;
  const toIds = (places: readonly number[]): readonly TaskId[] =>
    places.flatMap((place) => tasks[place]?.id ?? []);
  return [...groups.values()]
    .filter(({ members }) => members.length > 1)
    .map(({ before, members }) => ({ before, members: sortAsDocument(schedule, members) }))
    .sort((a, b) => rankOf(a.members) - rankOf(b.members))
    .map(({ before, members }) => ({
      after: toIds(sortAsDocument(schedule, before)),
      tasks: toIds(members),
    }));
}
