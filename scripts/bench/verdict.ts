/** A figure beside its limit. */
export interface JudgedFigure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Such as `at most 7`. */
  readonly limit: string;
  readonly isMet: boolean;
}

/** Prints figures beside their limits and remembers them, and whether one was missed. */
export class Verdict {
  #missed = 0;
  readonly figures: JudgedFigure[] = [];
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void = console.log) {
    this.#print = print;
  }

  /** 1 if a limit was missed, else 0. */
  get exitCode(): number {
    return this.#missed > 0 ? 1 : 0;
  }

  /** Prints a line that is judged by nothing. */
  tell(line: string): void {
    this.#print(line);
  }

  atMost(what: string, value: number, limit: number, unit = ""): void {
    this.#judge(what, value, value <= limit, `at most ${limit}`, unit);
  }

  atLeast(what: string, value: number, limit: number, unit = ""): void {
    this.#judge(what, value, value >= limit, `at least ${limit}`, unit);
  }

  #judge(what: string, value: number, isMet: boolean, wanted: string, unit: string): void {
    if (!isMet) this.#missed++;
    this.figures.push({ what, value, unit: unit.trim(), limit: wanted, isMet });
    const mark = isMet ? "ok    " : "MISSED";
    this.#print(`${mark} ${what}: ${Number(value.toPrecision(4))}${unit} (${wanted}${unit})`);
  }
}
