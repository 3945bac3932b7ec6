import type { RunLog } from "./run-log.ts";

/**
 * Goes back from the task that ended last, below 0 for none, to what let it start, and on to the
 * start of the run: the tasks that the makespan hung on, by precedence or
 * because they held what the next one needed.
 *
 * @param counts By rank; one more for each task on the way.
 */
export function traceCauses({ causes }: RunLog, last: number, counts: Float64Array): void {
  for (let rank = last; rank >= 0; rank = causes[rank] ?? -1)
    counts[rank] = (counts[rank] ?? 0) + 1;
}
