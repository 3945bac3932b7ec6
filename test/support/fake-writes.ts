import { GitHubError } from "../../src/core/errors.ts";

/** When the fake GitHub begins to refuse writes. */
export interface Refusal {
  /** How many more writes are let through. */
  readonly afterWrites: number;
  /** Whether the refused write takes effect first, as with a 502 after success. */
  readonly when: "before" | "after";
}

/** Counts the writes to a fake GitHub and refuses them when told. */
export class FakeWrites {
  /** One line for each write that took effect, in order. */
  readonly log: string[] = [];
  #left = Number.POSITIVE_INFINITY;
  #when: Refusal["when"] = "before";

  /** Lets that many writes through and refuses all after them. */
  refuse({ afterWrites, when }: Refusal): void {
    this.#left = afterWrites;
    this.#when = when;
  }

  recover(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }

  /** Does a write, or refuses it. A write that throws by itself is not counted. */
  do<T>(line: string, apply: () => T): T {
    const isRefused = this.#left <= 0;
    if (isRefused && this.#when === "before") throw refusal(line);
    const result = apply();
    this.log.push(line);
    this.#left -= 1;
    if (isRefused) {
      this.#when = "before";
      throw refusal(line);
    }
    return result;
  }
}

function refusal(line: string): GitHubError {
  return new GitHubError("try-later", 502, `Cannot ${line}: GitHub answered 502; run it again`);
}
