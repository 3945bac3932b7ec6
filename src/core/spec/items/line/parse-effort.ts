import type { SpecEffort } from "../../../model/spec.ts";
import { parseFigures } from "./parse-figures.ts";
import { parseThreePoints } from "./parse-three-points.ts";

/**
 * Reads an estimate: `8h`, `3-4 hours`, `~2d`, `1h 30m`, `2 weeks`, `5 points`, `O: 2h, M: 4h, P: 8h`. A day
 * is 8 working hours, a week 40. The first figure counts, with a smaller one right after it, unless three
 * are told apart. What is said is read, below zero and beyond all measure too.
 *
 * @returns `undefined` if the text holds no figure with a unit.
 */
export function parseEffort(text: string): SpecEffort | undefined {
  return parseThreePoints(text) ?? parseFigures(text);
}
