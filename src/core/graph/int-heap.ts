/** A priority queue of integers: the smallest comes out first. Push and pop take logarithmic time. */
export class IntHeap {
  readonly #items: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** The smallest item, left in place; `undefined` if there is none. */
  peek(): number | undefined {
    return this.#items[0];
  }

  push(item: number): void {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#read(parent) <= item) break;
      this.#items[at] = this.#read(parent);
      at = parent;
    }
    this.#items[at] = item;
  }

  /** Takes the smallest item out; `undefined` if there is none. */
  pop(): number | undefined {
    const smallest = this.#items[0];
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return smallest;
    this.#sink(last);
    return smallest;
  }

  #sink(item: number): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = this.#read(left + 1) < this.#read(left) ? left + 1 : left;
      if (this.#read(child) >= item) break;
      this.#items[at] = this.#read(child);
      at = child;
    }
    this.#items[at] = item;
  }

  #read(at: number): number {
    return this.#items[at] ?? Number.POSITIVE_INFINITY;
  }
}
