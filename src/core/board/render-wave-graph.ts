import type { TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";

/** Boxes that can still be read side by side. */
const maxBoxes = 60;

/**
 * The graph of a plan that is too large to show each task, as a Mermaid flowchart of its waves; where there are
 * too many of these, each box stands for several that follow each other. An arrow into a box comes
 * from the last box that one of its tasks waits for, so there are never more arrows than boxes.
 */
export function renderWaveGraph(plan: Plan, schedule: Schedule): string {
  const { waves } = schedule;
  const perBox = Math.ceil(waves.length / maxBoxes);
  const boxOf = new Map<TaskId, number>();
  const boxes: { first: number; last: number; tasks: number }[] = [];
  for (const [index, { number, tasks }] of waves.entries()) {
    const at = Math.floor(index / perBox);
    const box = boxes[at] ?? { first: number, last: number, tasks: 0 };
    boxes[at] = { ...box, last: number, tasks: box.tasks + tasks.length };
    for (const id of tasks) boxOf.set(id, at);
  }
  const lastBefore = new Map<number, number>();
  for (const [from, to] of plan.dag.reduced) {
    const [start = 0, end = 0] = [boxOf.get(from), boxOf.get(to)];
    if (start < end) lastBefore.set(end, Math.max(start, lastBefore.get(end) ?? 0));
  }
  return [
    "flowchart TD",
    ...boxes.map(({ first, last, tasks }, at) => {
      const name = first === last ? `Wave ${first}` : `Waves ${first} to ${last}`;
      return `  b${at}["${name}: ${countOf(tasks, "task")}"]`;
    }),
    ...[...lastBefore].map(([end, start]) => `  b${start} --> b${end}`),
  ].join("\n");
}
