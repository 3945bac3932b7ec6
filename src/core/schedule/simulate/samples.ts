/** Numbers met, and what they come to. */
export class Samples {
  readonly #values: Float64Array;
  #count = 0;
  #sum = 0;
  #squares = 0;

  constructor(capacity: number) {
    this.#values = new Float64Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  get mean(): number {
    return this.#count === 0 ? 0 : this.#sum / this.#count;
  }

  /** How far the mean may be off: its standard deviation over repetitions of the whole. */
  get standardError(): number {
    if (this.#count < 2) return 0;
    const variance = this.#squares / this.#count - this.mean ** 2;
    return Math.sqrt(Math.max(0, variance) / (this.#count - 1));
  }

  add(value: number): void {
    this.#values[this.#count++] = value;
    this.#sum += value;
    this.#squares += value * value;
  }

  /** By share, the least value that so many of all values do not exceed; 0 without values. */
  quantiles(shares: readonly number[]): readonly number[] {
    const sorted = this.#values.slice(0, this.#count).sort();
    return shares.map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  }
}
