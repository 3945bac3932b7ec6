/**
 * Sorts activities by how late they end, the last first, in linear time; those
 * that end together stay in the order given.
 */
export class FinishSorter {
  readonly #buckets: Int32Array;

  /** @param horizon The latest end that can come. */
  constructor(horizon: number) {
    this.#buckets = new Int32Array(horizon + 2);
  }

  sort(order: Int32Array, finishes: Int32Array, makespan: number): Int32Array {
    const next = this.#buckets.fill(0, 0, makespan + 2);
    for (let i = 0; i < order.length; i++) {
      const after = makespan - (finishes[order[i] ?? 0] ?? 0) + 1;
      next[after] = (next[after] ?? 0) + 1;
    }
    for (let key = 0; key <= makespan; key++)
      next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
    const sorted = new Int32Array(order.length);
    for (let i = 0; i < order.length; i++) {
      const activity = order[i] ?? 0;
      const key = makespan - (finishes[activity] ?? 0);
      const place = next[key] ?? 0;
      sorted[place] = activity;
      next[key] = place + 1;
    }
    return sorted;
  }
}
