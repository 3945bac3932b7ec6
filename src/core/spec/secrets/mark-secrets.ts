import { secretFiller } from "./secret-filler.ts";

const hidden = new RegExp(`${secretFiller}(?:\\s*${secretFiller})*`, "g");

/** A value with `[REDACTED]` in all its texts where a hidden secret stood; everything else as it is. */
export function markSecrets<Value>(value: Value): Value;
export function markSecrets(value: unknown): unknown {
  if (typeof value === "string") return value.replace(hidden, "[REDACTED]");
  if (Array.isArray(value)) return value.map((item) => markSecrets(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, markSecrets(item)]));
}
