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
    const sorted = this.#sort();
    return shares.map((share) => pick(sorted, share * sorted.length));
  }

  /**
   * By share, how far the quantile may be off: its standard error, as half of what lies between the
   * values one standard deviation of the binomial law in rank below and above it (David and Nagaraja,
   * Order Statistics, 7.1). No law of the values is assumed. 0 with fewer than two values.
   */
  quantileErrors(shares: readonly number[]): readonly number[] {
    const sorted = this.#sort();
    const count = sorted.length;
    return shares.map((share) => {
      const ranks = Math.sqrt(count * share * (1 - share));
      return (pick(sorted, share * count + ranks) - pick(sorted, share * count - ranks)) / 2;
    });
  }

  #sort(): Float64Array {
    return this.#values.slice(0, this.#count).sort();
  }
}

/** The value of that rank, which counts from 1 and is rounded up; the first or last beyond the ends. */
function pick(sorted: Float64Array, rank: number): number {
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(rank))) - 1] ?? 0;
}
