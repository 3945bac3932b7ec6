import type { Graph } from "../../graph/graph.ts";

/** When the last predecessor of an activity ends. */
export function findReady(
  { starts, targets }: Graph,
  activity: number,
  finishes: Int32Array,
): number {
  const end = starts[activity + 1] ?? 0;
  let ready = 0;
  for (let i = starts[activity] ?? 0; i < end; i++) {
    const finish = finishes[targets[i] ?? 0] ?? 0;
    if (finish > ready) ready = finish;
  }
  return ready;
}
