/**
 * Numbers that look random and are the same for the same seed: sfc32 of
 * Chris Doty-Humphrey's PractRand, four words of state, a period of 2^32 at
 * the very least. Not for secrets.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = Math.imul(seed, 0x9e3779b1) | 0;
    this.#c = 0x5bd1e995;
    for (let round = 0; round < 12; round++) this.next();
  }

  /** An integer of 32 bits, from 0. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 to before 1. */
  fraction(): number {
    return this.next() / 4_294_967_296;
  }

  /** An integer from 0 to before `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }
}
