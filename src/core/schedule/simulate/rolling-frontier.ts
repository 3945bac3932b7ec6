import { KindQueues } from "./kind-queues.ts";
import { type NeedKinds, sortKinds } from "./need-kinds.ts";
import type { RankedWorkload } from "./rank-workload.ts";
import type { RunFrontier } from "./run-frontier.ts";

/**
 * The frontier of a plan of any size: ready tasks stand in one queue for each
 * kind of need, so a crowd that waits for one resource costs nothing.
 */
export class RollingFrontier implements RunFrontier {
  readonly #work: RankedWorkload;
  readonly #kinds: NeedKinds;
  readonly #initial: Int32Array;
  readonly #missing: Int32Array;
  readonly #queues: KindQueues;
  /** Units left over, by resource; far below 0 where much more is under way than there is. */
  readonly #free: Float64Array;
  /** By resource, the highest level of need that these cover; below its first level if none. */
  readonly #level: Int32Array;
  #slots = 0;

  /** @param missing By rank, what must be released before it is ready; below 0 for what never starts. */
  constructor(work: RankedWorkload, missing: Int32Array = work.missing) {
    this.#work = work;
    this.#initial = missing;
    this.#missing = missing.slice();
    const resources = work.capacities.length;
    this.#kinds = sortKinds(work.needs, resources, missing.length);
    this.#queues = new KindQueues(this.#kinds);
    this.#free = new Float64Array(resources);
    this.#level = new Int32Array(resources);
  }

  reset(): void {
    const { slots, capacities } = this.#work;
    const kinds = this.#kinds;
    this.#missing.set(this.#initial);
    this.#free.set(capacities);
    this.#slots = slots;
    for (let k = 0; k < capacities.length; k++)
      this.#level[k] = (kinds.levelStarts[k + 1] ?? 0) - 1;
    this.#queues.clear();
    for (let rank = 0; rank < this.#missing.length; rank++) {
      if (this.#missing[rank] === 0) this.#queues.add(rank);
    }
  }

  release(rank: number): void {
    const left = (this.#missing[rank] ?? 0) - 1;
    this.#missing[rank] = left;
    if (left === 0) this.#queues.add(rank);
  }

  complete(rank: number): void {
    const { needs, capacities, graph } = this.#work;
    const kinds = this.#kinds;
    const resources = capacities.length;
    this.#slots++;
    for (let k = 0; k < resources; k++) {
      const units = needs[rank * resources + k] ?? 0;
      if (units === 0) continue;
      const free = (this.#free[k] ?? 0) + units;
      this.#free[k] = free;
      const end = kinds.levelStarts[k + 1] ?? 0;
      let level = this.#level[k] ?? 0;
      while (level + 1 < end && (kinds.levels[level + 1] ?? 0) <= free) level++;
      this.#level[k] = level;
    }
    const last = graph.starts[rank + 1] ?? 0;
    for (let i = graph.starts[rank] ?? 0; i < last; i++) this.release(graph.targets[i] ?? 0);
  }

  takeNext(): number {
    if (this.#slots <= 0) return -1;
    const rank = this.#queues.takeFirst(this.#level);
    if (rank >= 0) this.hold(rank);
    return rank;
  }

  hold(rank: number): void {
    const { needs, capacities } = this.#work;
    const kinds = this.#kinds;
    const resources = capacities.length;
    this.#slots--;
    for (let k = 0; k < resources; k++) {
      const units = needs[rank * resources + k] ?? 0;
      if (units === 0) continue;
      const free = (this.#free[k] ?? 0) - units;
      this.#free[k] = free;
      const first = kinds.levelStarts[k] ?? 0;
      const covered = Math.max(0, free); // more may be taken than there is; what needs none still fits
      let level = this.#level[k] ?? 0;
      while (level >= first && (kinds.levels[level] ?? 0) > covered) level--;
      this.#level[k] = level;
    }
  }
}
