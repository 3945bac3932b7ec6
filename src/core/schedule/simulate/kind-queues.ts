import type { NeedKinds } from "./need-kinds.ts";

/** Ready tasks in one queue for each kind of need, the lowest rank first. */
export class KindQueues {
  readonly #kinds: NeedKinds;
  /** A heap for each kind, side by side. */
  readonly #heap: Int32Array;
  readonly #sizes: Int32Array;
  /** The set of kinds whose queue is not empty. */
  readonly #filled: Int32Array;

  constructor(kinds: NeedKinds) {
    this.#kinds = kinds;
    this.#heap = new Int32Array(kinds.kindOf.length);
    this.#sizes = new Int32Array(kinds.count);
    this.#filled = new Int32Array(kinds.words);
  }

  clear(): void {
    this.#sizes.fill(0);
    this.#filled.fill(0);
  }

  add(rank: number): void {
    const { kindOf, starts } = this.#kinds;
    const heap = this.#heap;
    const kind = kindOf[rank] ?? 0;
    const base = starts[kind] ?? 0;
    let at = this.#sizes[kind] ?? 0;
    this.#sizes[kind] = at + 1;
    if (at === 0) this.#filled[kind >> 5] = (this.#filled[kind >> 5] ?? 0) | (1 << (kind & 31));
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[base + parent] ?? 0;
      if (above <= rank) break;
      heap[base + at] = above;
      at = parent;
    }
    heap[base + at] = rank;
  }

  /**
   * Takes out the lowest rank of the kinds that fit; -1 if there is none.
   *
   * @param level By resource, the level of need that is covered.
   */
  takeFirst(level: Int32Array): number {
    const { words, starts } = this.#kinds;
    let best = -1;
    let bestKind = 0;
    for (let word = 0; word < words; word++) {
      let kinds = this.#listFitting(level, word);
      for (; kinds !== 0; kinds &= kinds - 1) {
        const kind = 32 * word + 31 - Math.clz32(kinds & -kinds);
        const rank = this.#heap[starts[kind] ?? 0] ?? 0;
        if (best >= 0 && rank > best) continue;
        best = rank;
        bestKind = kind;
      }
    }
    if (best >= 0) this.#removeTop(bestKind);
    return best;
  }

  /** One word of the set of kinds that fit and have a ready task. */
  #listFitting(level: Int32Array, word: number): number {
    const { words, fitting, levelStarts } = this.#kinds;
    let kinds = this.#filled[word] ?? 0;
    for (let k = 0; k < level.length && kinds !== 0; k++) {
      const at = level[k] ?? 0;
      if (at < (levelStarts[k] ?? 0)) return 0;
      kinds &= fitting[at * words + word] ?? 0;
    }
    return kinds;
  }

  #removeTop(kind: number): void {
    const heap = this.#heap;
    const base = this.#kinds.starts[kind] ?? 0;
    const size = (this.#sizes[kind] ?? 0) - 1;
    this.#sizes[kind] = size;
    if (size === 0) {
      this.#filled[kind >> 5] = (this.#filled[kind >> 5] ?? 0) & ~(1 << (kind & 31));
      return;
    }
    const last = heap[base + size] ?? 0;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (heap[base + child + 1] ?? 0) < (heap[base + child] ?? 0)) child++;
      const below = heap[base + child] ?? 0;
      if (below >= last) break;
      heap[base + at] = below;
      at = child;
    }
    heap[base + at] = last;
  }
}
