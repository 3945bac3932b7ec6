import { countPredecessors } from "../../graph/count-predecessors.ts";
import { measureTails } from "../../graph/measure-tails.ts";
import type { Random } from "../random/random.ts";
import type { Project } from "./project.ts";

/**
 * Draws lists of activities, each after its predecessors: of those that may
 * come next one is drawn, the likelier the less time it can wait (regret-based
 * sampling by latest finish time, Kolisch 1996).
 */
export function listSampler(project: Project, random: Random): () => Int32Array {
  const { successors, order, durations } = project;
  const { starts, targets } = successors;
  const tails = measureTails(successors, order, durations);
  const rest = tails.map((tail, activity) => tail - (durations[activity] ?? 0));
  const missing = countPredecessors(successors);

  return () => {
    const left = missing.slice();
    const able: number[] = [];
    for (const activity of order) if (left[activity] === 0) able.push(activity);
    return order.map(() => {
      const at = draw(able);
      const activity = able[at] ?? 0;
      able[at] = able.at(-1) ?? 0;
      able.pop();
      for (let i = starts[activity] ?? 0; i < (starts[activity + 1] ?? 0); i++) {
        const to = targets[i] ?? 0;
        left[to] = (left[to] ?? 0) - 1;
        if (left[to] === 0) able.push(to);
      }
      return activity;
    });
  };

  function draw(able: readonly number[]): number {
    const least = able.reduce((low, activity) => Math.min(low, rest[activity] ?? 0), Infinity);
    const total = able.reduce((sum, activity) => sum + (rest[activity] ?? 0) - least + 1, 0);
    let point = random.fraction() * total;
    for (let at = 0; at < able.length - 1; at++) {
      point -= (rest[able[at] ?? 0] ?? 0) - least + 1;
      if (point < 0) return at;
    }
    return able.length - 1;
  }
}
