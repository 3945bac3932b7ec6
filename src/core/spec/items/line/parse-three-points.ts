import type { SpecEffort } from "../../../model/spec.ts";
import { parseFigures } from "./parse-figures.ts";

const labels = {
  optimistic: "O[:=]|(?:optimistic|best[ -]case)(?: estimate)?\\s*[:=]?",
  likely: "(?:M|ML)[:=]|(?:(?:most )?likely|realistic)(?: estimate)?\\s*[:=]?",
  pessimistic: "P[:=]|(?:pessimistic|worst[ -]case)(?: estimate)?\\s*[:=]?",
} as const;

/** A label right before a figure, and all up to the next part. */
const points = Object.values(labels).map(
  (label) => new RegExp(`(?<![\\p{L}\\d])(?:${label})\\s*((?=[~≈]?\\s*[-−]?\\d)[^,;/|()]+)`, "iu"),
);

const number = "(\\d+(?:[.,]\\d+)?)";
/** `2h/4h/8h`, `2/4/8 days`: nothing but three figures and a unit behind the last. */
const slashed = new RegExp(
  `^\\s*~?${number}\\s*(\\p{L}*)\\s*/\\s*${number}\\s*(\\p{L}*)\\s*/\\s*${number}\\s*(\\p{L}+)\\.?\\s*$`,
  "u",
);

/**
 * Reads a three-point estimate: optimistic, likely and pessimistic by name in any order, or three figures
 * between slashes. The likely one counts, between the other two, which may stand the wrong way round.
 *
 * @returns `undefined` if the text does not tell all three.
 */
export function parseThreePoints(text: string): SpecEffort | undefined {
  const [least, likely, most] = listFigures(text).map((part) => parseFigures(part.trim()));
  if (least === undefined || likely === undefined || most === undefined) return undefined;
  return { ...likely, minHours: least.hours, maxHours: most.hours, text: text.trim() };
}

function listFigures(text: string): readonly string[] {
  const [, a, aUnit, b, bUnit, c, unit] = slashed.exec(text) ?? [];
  if (unit !== undefined) {
    return [`${a} ${aUnit || unit}`, `${b} ${bUnit || unit}`, `${c} ${unit}`];
  }
  return points.map((point) => point.exec(text)?.[1] ?? "");
}
