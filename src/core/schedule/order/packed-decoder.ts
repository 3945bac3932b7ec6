import type { Decoder } from "./decoder.ts";
import { findReady } from "./find-ready.ts";
import type { Project } from "./project.ts";
import type { WordLayout } from "./word-layout.ts";

/** A decoder for a layout of one word: all units left over in a step stand in one integer. */
export function packedDecoder(project: Project, layout: WordLayout): Decoder {
  const { predecessors, durations } = project;
  const { needs } = layout;
  const guards = layout.guards[0] ?? 0;
  const full = layout.full[0] ?? 0;
  const horizon = durations.reduce((sum, steps) => sum + steps, 0);
  const free = new Int32Array(horizon + 1).fill(full);
  let used = 0;

  return (list, finishes) => {
    free.fill(full, 0, used);
    let makespan = 0;
    for (let i = 0; i < list.length; i++) {
      const activity = list[i] ?? 0;
      const steps = durations[activity] ?? 0;
      const need = needs[activity] ?? 0;
      const end = findStart(findReady(predecessors, activity, finishes), steps, need) + steps;
      for (let step = end - steps; step < end; step++) free[step] = (free[step] ?? 0) - need;
      finishes[activity] = end;
      if (end > makespan) makespan = end;
    }
    used = makespan;
    return makespan;
  };

  /** The first start from `ready` on with room in all steps; looks from the last step back and never twice at one. */
  function findStart(ready: number, steps: number, need: number): number {
    let start = ready;
    let end = start + steps;
    let known = start;
    for (let step = end - 1; step >= known; step--) {
      if ((((free[step] ?? 0) - need) & guards) === guards) continue;
      known = end;
      start = step + 1;
      end = start + steps;
      step = end;
    }
    return start;
  }
}
