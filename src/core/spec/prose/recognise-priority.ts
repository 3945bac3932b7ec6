import type { SpecRequirement } from "../../model/spec.ts";

const levels = ["critical", "high", "medium", "low"] as const;

/** Recognises a priority such as `(Priority: P1)`, `[High]` or a cell with `P0`; P0 to P3 are critical to low. */
export function recognisePriority(text: string): SpecRequirement["priority"] {
  const word =
    /(?:[([]|^)\s*(?:priority:?\s*)?(P[0-3]|critical|high|medium|low)\s*(?:[)\]]|$)/im.exec(
      text,
    )?.[1];
  if (word === undefined) return undefined;
  const digit = /^P(\d)$/i.exec(word)?.[1];
  return levels.find((level, rank) => level === word.toLowerCase() || String(rank) === digit);
}
