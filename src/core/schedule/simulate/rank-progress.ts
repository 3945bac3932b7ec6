import type { Progress } from "./runner.ts";

/**
 * Where a plan stands, by urgency in place of the place of its tasks.
 *
 * @param taskOf All tasks, the most urgent first.
 */
export function rankProgress({ isDone, started }: Progress, taskOf: Int32Array): Progress {
  const under = new Set(started);
  const ranks = [...taskOf.keys()].filter((rank) => under.has(taskOf[rank] ?? 0));
  return {
    isDone: Uint8Array.from(taskOf, (task) => isDone[task] ?? 0),
    started: Int32Array.from(ranks),
  };
}
