import type { FitMasks } from "./fit-masks.ts";
import type { RankedWorkload } from "./rank-workload.ts";
import type { RunFrontier } from "./run-frontier.ts";

/**
 * The frontier of a plan of up to some thousand tasks: ready tasks are a set
 * of bits, those that fit another one that is looked up, and the first bit in
 * both is the next to start. Between two ends units only get fewer, so the
 * search goes on where it stopped.
 */
export class MaskFrontier implements RunFrontier {
  readonly #work: RankedWorkload;
  readonly #masks: FitMasks;
  readonly #initial: Int32Array;
  readonly #initialReady: Int32Array;
  readonly #missing: Int32Array;
  /** The set of ready ranks; words before the first and after the last are empty. */
  readonly #ready: Int32Array;
  #first = 0;
  #last = -1;
  /** Word to look at next. */
  #at = 0;
  #slots = 0;
  /** What is left over, as `FitMasks` counts it. */
  #free = 0;

  /** @param missing By rank, what must be released before it is ready; below 0 for what never starts. */
  constructor(work: RankedWorkload, masks: FitMasks, missing: Int32Array) {
    this.#work = work;
    this.#masks = masks;
    this.#initial = missing;
    this.#initialReady = new Int32Array(masks.words);
    for (const [rank, left] of missing.entries()) {
      if (left !== 0) continue;
      this.#initialReady[rank >> 5] = (this.#initialReady[rank >> 5] ?? 0) | (1 << (rank & 31));
    }
    this.#missing = missing.slice();
    this.#ready = new Int32Array(masks.words);
  }

  reset(): void {
    this.#missing.set(this.#initial);
    this.#ready.set(this.#initialReady);
    this.#first = 0;
    this.#last = this.#masks.words - 1;
    this.#at = 0;
    this.#slots = this.#work.slots;
    this.#free = this.#masks.full;
  }

  release(rank: number): void {
    const left = (this.#missing[rank] ?? 0) - 1;
    this.#missing[rank] = left;
    if (left !== 0) return;
    const word = rank >> 5;
    this.#ready[word] = (this.#ready[word] ?? 0) | (1 << (rank & 31));
    if (word < this.#first) this.#first = word;
    if (word > this.#last) this.#last = word;
    if (word < this.#at) this.#at = word;
  }

  complete(rank: number): void {
    const { starts, targets } = this.#work.graph;
    this.#slots++;
    this.#free += this.#masks.codes[rank] ?? 0;
    const last = starts[rank + 1] ?? 0;
    for (let i = starts[rank] ?? 0; i < last; i++) this.release(targets[i] ?? 0);
    this.#at = this.#first;
  }

  takeNext(): number {
    if (this.#slots <= 0) return -1;
    const ready = this.#ready;
    const { sets, setOf } = this.#masks;
    const base = setOf[this.#free] ?? 0;
    for (let word = this.#at; word <= this.#last; word++) {
      const waiting = ready[word] ?? 0;
      if (waiting === 0) {
        if (word === this.#first) this.#first++;
        continue;
      }
      const fitting = waiting & (sets[base + word] ?? 0);
      if (fitting === 0) continue;
      const bit = fitting & -fitting;
      const rank = 32 * word + 31 - Math.clz32(bit);
      ready[word] = waiting ^ bit;
      this.#at = word;
      this.hold(rank);
      return rank;
    }
    this.#at = this.#last + 1;
    return -1;
  }

  hold(rank: number): void {
    this.#slots--;
    this.#free -= this.#masks.codes[rank] ?? 0;
  }
}
