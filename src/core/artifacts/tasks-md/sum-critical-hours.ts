import type { TaskId } from "../../model/ids.ts";
import type { Plan } from "../../model/plan.ts";

/** Of a task whose spec names no hours: the likely figure that the forecasts assume. */
const unstatedHours = 4;

/** Likely hours of the longest chain of dependencies, resources left out; 0 while there is a cycle. */
export function sumCriticalHours({ tasks, dag }: Plan): number {
  const hoursOf = new Map(tasks.map(({ id, effort }) => [id, effort?.hours ?? unstatedHours]));
  const starts = new Map<TaskId, number>();
  const next = new Map<TaskId, TaskId[]>();
  for (const [from, to] of dag.reduced) {
    const list = next.get(from);
    if (list === undefined) next.set(from, [to]);
    else list.push(to);
  }
  let longest = 0;
  for (const id of dag.order) {
    const end = (starts.get(id) ?? 0) + (hoursOf.get(id) ?? 0);
    longest = Math.max(longest, end);
    for (const to of next.get(id) ?? []) starts.set(to, Math.max(end, starts.get(to) ?? 0));
  }
  return longest;
}
