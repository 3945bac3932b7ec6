/** A task's own ID taken apart, so that `T1`, `T001` and `T-001` are one and `1.10` follows `1.9`. */
export interface TaskKey {
  /** Upper case, without its hyphen: `T`, `AUTH`; empty for a bare number. */
  readonly prefix: string;
  /** At least one number. */
  readonly numbers: readonly number[];
  /** A lower-case letter, or empty. */
  readonly suffix: string;
}

const shape = /^(?:tasks?\s+)?#?([A-Z][A-Z0-9_-]*?)?-?(\d+(?:\.\d+)*)([a-z]?)$/i;

/** Takes an ID apart; `undefined` if it is none. */
export function parseTaskKey(written: string): TaskKey | undefined {
  const match = shape.exec(written.trim());
  if (match === null) return undefined;
  const [, prefix = "", numbers = "", suffix = ""] = match;
  return {
    prefix: prefix.toUpperCase(),
    numbers: numbers.split(".").map(Number),
    suffix: suffix.toLowerCase(),
  };
}

/** One text for each key, whatever its padding: `T:12`, `:2.1`, `T:105a`. */
export function renderTaskKey({ prefix, numbers, suffix }: TaskKey): string {
  return `${prefix}:${numbers.join(".")}${suffix}`;
}

/** One text for each ID, whatever its padding; what is no ID of this shape is itself in upper case. */
export function toKeyText(ownId: string): string {
  const key = parseTaskKey(ownId);
  return key === undefined ? ownId.toUpperCase() : renderTaskKey(key);
}

/** Orders keys of one prefix by number, then letter; negative if `a` comes first. */
export function compareTaskKeys(a: TaskKey, b: TaskKey): number {
  const length = Math.max(a.numbers.length, b.numbers.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a.numbers[index] ?? -1) - (b.numbers[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.suffix < b.suffix ? -1 : Number(a.suffix > b.suffix);
}
