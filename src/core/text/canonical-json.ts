import { InvariantError } from "../errors.ts";

/**
 * A value as RFC 8785 (JSON Canonicalization Scheme) writes it: no blanks, keys
 * sorted by UTF-16 code units, numbers and strings as ECMAScript does. Keys
 * whose value is `undefined` are left out, as `JSON.stringify` does.
 *
 * @throws {InvariantError} if a number is not finite.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new InvariantError(`Cannot write ${value} as JSON: only finite numbers have a form`);
  }
  return JSON.stringify(value);
}
