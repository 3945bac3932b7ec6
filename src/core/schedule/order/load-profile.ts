import type { Candidate } from "./candidate.ts";
import type { Project } from "./project.ts";

/** How much dearer a resource is that has more work to do: the power of its hours of full use. */
const scarcityPower = 1.5;

/** How busy all resources are over the time of a schedule, the scarce ones counted for more. */
export class LoadProfile {
  readonly #durations: Int32Array;
  /** By activity, the share of all resources that it takes. */
  readonly #loads: Float64Array;
  readonly #sums: Float64Array;

  constructor({ durations, capacities, needs }: Project) {
    const count = capacities.length;
    const weights = Array.from(capacities, (units, k) => {
      const work = durations.reduce(
        (sum, steps, a) => sum + steps * (needs[a * count + k] ?? 0),
        0,
      );
      return (work / Math.max(1, units)) ** scarcityPower;
    });
    this.#durations = durations;
    this.#loads = Float64Array.from(durations, (_, activity) =>
      capacities.reduce(
        (sum, units, k) =>
          sum + ((weights[k] ?? 0) * (needs[activity * count + k] ?? 0)) / Math.max(1, units),
        0,
      ),
    );
    this.#sums = new Float64Array(durations.reduce((sum, steps) => sum + steps, 2));
  }

  /** By step counted back from the end, the load of all steps before it; good until the next call. */
  sumUp({ finishes, makespan }: Candidate): Float64Array {
    const sums = this.#sums.fill(0, 0, makespan + 2);
    for (let activity = 0; activity < finishes.length; activity++) {
      const step = makespan - (finishes[activity] ?? 0) + 1;
      const end = step + (this.#durations[activity] ?? 0);
      const load = this.#loads[activity] ?? 0;
      sums[step] = (sums[step] ?? 0) + load;
      sums[end] = (sums[end] ?? 0) - load;
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
