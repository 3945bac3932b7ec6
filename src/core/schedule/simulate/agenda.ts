/**
 * The tasks under way, by when they end. Few are at once, so they stand in a
 * sorted list: taking out the next is one step, putting one in moves those
 * that end sooner.
 */
export class Agenda {
  readonly #ranks: Int32Array;
  /** Latest first. */
  readonly #ends: Float64Array;
  #size = 0;

  constructor(count: number) {
    this.#ranks = new Int32Array(count);
    this.#ends = new Float64Array(count);
  }

  get size(): number {
    return this.#size;
  }

  /** When the next task ends; meaningless while there is none. */
  get nextEnd(): number {
    return this.#ends[this.#size - 1] ?? 0;
  }

  clear(): void {
    this.#size = 0;
  }

  add(rank: number, end: number): void {
    const ends = this.#ends;
    const ranks = this.#ranks;
    let at = this.#size++;
    for (; at > 0 && (ends[at - 1] ?? 0) < end; at--) {
      ends[at] = ends[at - 1] ?? 0;
      ranks[at] = ranks[at - 1] ?? 0;
    }
    ends[at] = end;
    ranks[at] = rank;
  }

  /** Takes out the task that ends next. */
  takeNext(): number {
    this.#size--;
    return this.#ranks[this.#size] ?? 0;
  }
}
