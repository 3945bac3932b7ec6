import type { Random } from "../random/random.ts";
import type { Candidate } from "./candidate.ts";
import type { Project } from "./project.ts";

/** Shortest and longest stretch that a child takes from its father, as shares of the makespan. */
const shortest = 0.2;
const longest = 0.5;

/**
 * Makes lists for the other direction of time out of two candidates: the
 * stretch in which the father's resources are busiest is the father's, the
 * rest follows the mother (peak crossover, after Valls, Ballestín and
 * Quintanilla 2008 and Debels and Vanhoucke 2007).
 */
export class ListCrosser {
  readonly #durations: Int32Array;
  /** By activity, the share of all resources that it takes. */
  readonly #loads: Float64Array;
  readonly #busy: Float64Array;
  readonly #random: Random;

  constructor({ durations, capacities, needs }: Project, random: Random) {
    this.#durations = durations;
    this.#loads = Float64Array.from(durations, (_, activity) =>
      capacities.reduce(
        (sum, units, k) =>
          sum + (needs[activity * capacities.length + k] ?? 0) / Math.max(1, units),
        0,
      ),
    );
    this.#busy = new Float64Array(durations.reduce((sum, steps) => sum + steps, 2));
    this.#random = random;
  }

  /** @param child Filled. */
  cross(father: Candidate, mother: Candidate, child: Int32Array): void {
    const { makespan, finishes } = father;
    const share = shortest + this.#random.fraction() * (longest - shortest);
    const length = Math.max(1, Math.floor(makespan * share));
    const from = this.#findPeak(father, length);
    const latest = makespan - from;
    const earliest = latest - length;
    let at = 0;
    for (const activity of mother.list) {
      if ((finishes[activity] ?? 0) > latest) child[at++] = activity;
    }
    for (const activity of father.list) {
      const finish = finishes[activity] ?? 0;
      if (finish <= latest && finish > earliest) child[at++] = activity;
    }
    for (const activity of mother.list) {
      if ((finishes[activity] ?? 0) <= earliest) child[at++] = activity;
    }
  }

  /** Where the busiest stretch of this length starts, counted back from the end. */
  #findPeak({ makespan, finishes }: Candidate, length: number): number {
    const sums = this.#sumUp(finishes, makespan);
    let peak = 0;
    let most = -1;
    for (let step = 0; step + length <= makespan; step++) {
      const load = (sums[step + length] ?? 0) - (sums[step] ?? 0);
      if (load <= most) continue;
      most = load;
      peak = step;
    }
    return peak;
  }

  /** By step counted back from the end, the load of all steps before it. */
  #sumUp(finishes: Int32Array, makespan: number): Float64Array {
    const sums = this.#busy.fill(0, 0, makespan + 2);
    for (let activity = 0; activity < finishes.length; activity++) {
      const step = makespan - (finishes[activity] ?? 0) + 1;
      const after = step + (this.#durations[activity] ?? 0);
      const load = this.#loads[activity] ?? 0;
      sums[step] = (sums[step] ?? 0) + load;
      sums[after] = (sums[after] ?? 0) - load;
    }
    let load = 0;
    let sum = 0;
    for (let step = 1; step <= makespan; step++) {
      load += sums[step] ?? 0;
      sum += load;
      sums[step] = sum;
    }
    return sums;
  }
}
