import { KindQueues } from "./kind-queues.ts";
import type { RankedWorkload } from "./rank-workload.ts";

/**
 * The tasks that may start, kept up to date: a completion costs as much as the
 * task has successors, and the next task to start is the most urgent one that
 * fits; others may pass one that does not. The one rule by which tasks start,
 * made for running a plan many thousand times: what fits is known by kind of
 * need, so a crowd that waits for one resource costs nothing.
 */
export class RollingFrontier {
  readonly #work: RankedWorkload;
  readonly #initial: Int32Array;
  readonly #missing: Int32Array;
  readonly #queues: KindQueues;
  /** Units left over, by resource. */
  readonly #free: Int32Array;
  /** By resource, the highest level of need that these cover; below its first level if none. */
  readonly #level: Int32Array;
  #slots = 0;

  /** @param missing By rank, what must be released before it is ready; below 0 for what never starts. */
  constructor(work: RankedWorkload, missing: Int32Array = work.missing) {
    this.#work = work;
    this.#initial = missing;
    this.#missing = missing.slice();
    this.#queues = new KindQueues(work.kinds);
    this.#free = new Int32Array(work.capacities.length);
    this.#level = new Int32Array(work.capacities.length);
  }

  /** As before anything has started. */
  reset(): void {
    const { slots, capacities, kinds } = this.#work;
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

  /** One thing less that a task waits for. */
  release(rank: number): void {
    const left = (this.#missing[rank] ?? 0) - 1;
    this.#missing[rank] = left;
    if (left === 0) this.#queues.add(rank);
  }

  /** A task under way is finished: its slot and units are free, and what waited for it alone is ready. */
  complete(rank: number): void {
    const { needs, capacities, kinds, graph } = this.#work;
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

  /** Starts the most urgent ready task that fits; its rank, or -1 if none does. */
  takeNext(): number {
    if (this.#slots <= 0) return -1;
    const rank = this.#queues.takeFirst(this.#level);
    if (rank >= 0) this.hold(rank);
    return rank;
  }

  /** Takes a slot and the units for a task, whether or not there is room. */
  hold(rank: number): void {
    const { needs, capacities, kinds } = this.#work;
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
