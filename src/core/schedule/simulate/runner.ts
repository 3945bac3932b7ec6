import { Agenda } from "./agenda.ts";
import { listFitMasks } from "./fit-masks.ts";
import { MaskFrontier } from "./mask-frontier.ts";
import type { RankedWorkload } from "./rank-workload.ts";
import { RollingFrontier } from "./rolling-frontier.ts";
import type { RunFrontier } from "./run-frontier.ts";
import type { RunLog } from "./run-log.ts";

/** Where a plan stands. */
export interface Progress {
  /** By rank, 1 if finished. */
  readonly isDone: Uint8Array;
  /** Ranks under way. */
  readonly started: Int32Array;
}

/** Waves as a run meets them. */
export interface Barriers {
  /** By rank, the wave from 0. */
  readonly waveOf: Int32Array;
  /** By wave, how many of its tasks must be finished before the next one opens. */
  readonly quorums: Int32Array;
}

/**
 * Runs a workload, event by event: what is ready and fits starts at once, the
 * most urgent first. One runner serves many runs.
 */
export class Runner {
  readonly #frontier: RunFrontier;
  readonly #agenda: Agenda;
  readonly #barriers: Barriers | undefined;
  readonly #members: readonly (readonly number[])[];
  readonly #left: Int32Array;
  readonly #progress: Progress | undefined;
  #wave = 0;
  #last = -1;

  constructor(work: RankedWorkload, progress?: Progress, barriers?: Barriers) {
    this.#frontier = openFrontier(work, progress, countMissing(work, progress, barriers));
    this.#agenda = new Agenda(work.missing.length);
    this.#barriers = barriers;
    this.#members = listMembers(barriers);
    this.#left = new Int32Array(barriers?.quorums.length ?? 0);
    this.#progress = progress;
  }

  /** Who ended last in the latest run: of those that end at one time, one that let none of them begin; below 0 if nobody ran. */
  get last(): number {
    return this.#last;
  }

  /**
   * @param durations Hours by rank; of tasks under way, those still to come.
   * @param log Filled.
   * @returns Hours until all is finished.
   */
  run(durations: Float64Array, log: RunLog): number {
    const { starts, finishes, causes } = log;
    const agenda = this.#agenda;
    const frontier = this.#frontier;
    this.#begin(log, durations);
    let now = 0;
    let cause = -1;
    for (;;) {
      for (let rank = frontier.takeNext(); rank >= 0; rank = frontier.takeNext()) {
        const end = now + (durations[rank] ?? 0);
        starts[rank] = now;
        finishes[rank] = end;
        causes[rank] = cause;
        agenda.add(rank, end);
      }
      if (agenda.size === 0) {
        this.#last = cause;
        return now;
      }
      now = agenda.nextEnd;
      while (agenda.size > 0 && agenda.nextEnd === now) {
        cause = agenda.takeNext();
        frontier.complete(cause);
        if (this.#barriers !== undefined) this.#countOff(cause);
      }
    }
  }

  #begin({ starts, finishes, causes }: RunLog, durations: Float64Array): void {
    this.#frontier.reset();
    this.#agenda.clear();
    if (this.#barriers !== undefined) {
      this.#wave = 0;
      this.#left.set(this.#barriers.quorums);
      this.#openWaves();
    }
    if (this.#progress === undefined) return;
    const { isDone, started } = this.#progress;
    for (let rank = 0; rank < isDone.length; rank++) {
      if (isDone[rank] !== 1) continue;
      starts[rank] = 0;
      finishes[rank] = 0;
      causes[rank] = -1;
      if (this.#barriers !== undefined) this.#countOff(rank);
    }
    for (const rank of started) {
      const end = durations[rank] ?? 0;
      starts[rank] = 0;
      finishes[rank] = end;
      causes[rank] = -1;
      this.#frontier.hold(rank);
      this.#agenda.add(rank, end);
    }
  }

  #countOff(rank: number): void {
    const wave = this.#barriers?.waveOf[rank] ?? 0;
    this.#left[wave] = (this.#left[wave] ?? 0) - 1;
    this.#openWaves();
  }

  /** Opens the wave after each whose quorum is reached. */
  #openWaves(): void {
    while ((this.#left[this.#wave] ?? 1) <= 0) {
      this.#wave++;
      for (const rank of this.#members[this.#wave] ?? []) this.#frontier.release(rank);
    }
  }
}

/** The cheapest frontier that can count what is held: tasks under way may hold more than there is. */
function openFrontier(
  work: RankedWorkload,
  progress: Progress | undefined,
  missing: Int32Array,
): RunFrontier {
  const { capacities, needs } = work;
  const isOver = capacities.some((units, k) => {
    const held = progress?.started.reduce(
      (sum, rank) => sum + (needs[rank * capacities.length + k] ?? 0),
      0,
    );
    return (held ?? 0) > units;
  });
  const masks = isOver ? undefined : listFitMasks(capacities, needs, missing.length);
  if (masks === undefined) return new RollingFrontier(work, missing);
  return new MaskFrontier(work, masks, missing);
}

/** What each task waits for: tasks not finished yet, and the opening of its wave. Below 0 for what is done or under way. */
function countMissing(
  { graph, missing }: RankedWorkload,
  progress: Progress | undefined,
  barriers: Barriers | undefined,
): Int32Array {
  const left = missing.map((count, rank) => count + Number((barriers?.waveOf[rank] ?? 0) > 0));
  for (const [rank, flag] of (progress?.isDone ?? []).entries()) {
    if (flag !== 1) continue;
    for (const to of graph.targets.subarray(graph.starts[rank], graph.starts[rank + 1])) {
      left[to] = (left[to] ?? 0) - 1;
    }
  }
  for (const [rank, flag] of (progress?.isDone ?? []).entries()) if (flag === 1) left[rank] = -1;
  for (const rank of progress?.started ?? []) left[rank] = -1;
  return left;
}

function listMembers(barriers: Barriers | undefined): readonly (readonly number[])[] {
  if (barriers === undefined) return [];
  const members: number[][] = Array.from(barriers.quorums, () => []);
  for (const [rank, wave] of barriers.waveOf.entries()) members[wave]?.push(rank);
  return members;
}
