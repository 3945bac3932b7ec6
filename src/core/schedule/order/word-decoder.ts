import type { Decoder } from "./decoder.ts";
import { findReady } from "./find-ready.ts";
import type { Project } from "./project.ts";
import type { WordLayout } from "./word-layout.ts";

/** A decoder for any number of resources: it looks at several of them at once, word by word. */
export function wordDecoder(project: Project, layout: WordLayout): Decoder {
  const { predecessors, durations } = project;
  const { words, guards, full, needs } = layout;
  const horizon = durations.reduce((sum, steps) => sum + steps, 0) + 1;
  const free = new Int32Array(horizon * words);
  const used = listUsedWords(layout, durations.length);
  let previous = horizon;

  return (list, finishes) => {
    for (let word = 0; word < words; word++) {
      free.fill(full[word] ?? 0, word * horizon, word * horizon + previous);
    }
    let makespan = 0;
    for (let i = 0; i < list.length; i++) {
      const activity = list[i] ?? 0;
      const ready = findReady(predecessors, activity, finishes);
      const end = findStart(activity, ready) + (durations[activity] ?? 0);
      take(activity, end);
      finishes[activity] = end;
      if (end > makespan) makespan = end;
    }
    previous = makespan;
    return makespan;
  };

  /** The first start from `ready` on at which all words have room. */
  function findStart(activity: number, ready: number): number {
    const first = used.starts[activity] ?? 0;
    const last = used.starts[activity + 1] ?? 0;
    let start = ready;
    let settled = 0;
    for (let at = first; settled < last - first; at = at + 1 < last ? at + 1 : first) {
      const later = findStartInWord(activity, used.words[at] ?? 0, start);
      settled = later === start ? settled + 1 : 1;
      start = later;
    }
    return start;
  }

  function findStartInWord(activity: number, word: number, ready: number): number {
    const base = word * horizon;
    const need = needs[activity * words + word] ?? 0;
    const guard = guards[word] ?? 0;
    const steps = durations[activity] ?? 0;
    let start = base + ready;
    let end = start + steps;
    let known = start;
    for (let step = end - 1; step >= known; step--) {
      if ((((free[step] ?? 0) - need) & guard) === guard) continue;
      known = end;
      start = step + 1;
      end = start + steps;
      step = end;
    }
    return start - base;
  }

  function take(activity: number, end: number): void {
    const steps = durations[activity] ?? 0;
    const last = used.starts[activity + 1] ?? 0;
    for (let at = used.starts[activity] ?? 0; at < last; at++) {
      const word = used.words[at] ?? 0;
      const need = needs[activity * words + word] ?? 0;
      const stop = word * horizon + end;
      for (let step = stop - steps; step < stop; step++) free[step] = (free[step] ?? 0) - need;
    }
  }
}

/** By activity, the words in which it needs anything. */
function listUsedWords({ words, needs }: WordLayout, count: number) {
  const starts = new Int32Array(count + 1);
  const used: number[] = [];
  for (let activity = 0; activity < count; activity++) {
    for (let word = 0; word < words; word++) {
      if (needs[activity * words + word] !== 0) used.push(word);
    }
    starts[activity + 1] = used.length;
  }
  return { starts, words: Int32Array.from(used) };
}
