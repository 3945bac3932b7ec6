import type { SpecEffort } from "../../../model/spec.ts";

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:story\s+)?points?$|^pts?$|^sps?$/i, 0],
  [/^m(?:in(?:ute)?s?)?$|^分钟?$|^분$/i, 1 / 60],
  [/^h(?:(?:ou)?rs?)?$|^小?时间?$|^小时$|^時間$|^시간$|^horas?$|^stunden?$|^std$|^heures?$/i, 1],
  [/^d(?:ays?)?$|^天$|^日$|^일$|^d[ií]as?$|^tag(?:en?)?$|^jours?$/i, 8],
  [/^w(?:(?:ee)?ks?)?$|^周$|^週間?$|^주$|^semanas?$|^wochen?$|^semaines?$/i, 40],
];
const unit =
  "(?:story\\s+)?points?|pts?|sps?|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|分钟|分|小时|時間|时间|天|日|周|週間|週|분|시간|일|주|horas?|d[ií]as?|semanas?|stunden?|std|tag(?:en?)?|wochen?|heures?|jours?|semaines?";
const number =
  "(?<!\\d|\\d[.,])(?:[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d{1,3})?|\\d+(?:[.,]\\d{1,3})?)";
const minus = "(?<![^\\s:=([~≈<])[-−]";
const figure = new RegExp(
  `(?:[~≈<]\\s*|about\\s+|approx\\.?\\s*)?((?:${minus})?${number})\\s*(${unit})?\\s*(?:(?:-|–|—|~|\\bto\\b)\\s*(${number}))?\\s*-?(${unit})(?![\\p{L}\\d/])`,
  "giu",
);

/** Points as hours; what lies between and beyond is read off the line through the nearest two. */
const pointHours = [
  [0, 0],
  [1, 1.5],
  [3, 5],
  [5, 10],
  [8, 12],
] as const;

/**
 * Reads the first figure with a unit of a text, with a smaller one right after it: `8h`, `3-4 hours`, `1h 30m`.
 * A day is 8 working hours, a week 40. What is said is read, below zero and beyond all measure too.
 *
 * @returns `undefined` if the text holds no figure with a unit.
 */
export function parseFigures(text: string): SpecEffort | undefined {
  const figures = [...text.matchAll(figure)].slice(0, 2).flatMap(readFigure);
  const [first, second] = figures;
  if (first === undefined) return undefined;
  const gap = second === undefined ? "x" : text.slice(first.end, second.start);
  const isSum =
    second !== undefined && second.factor < first.factor && /^\s*(?:and\s*)?$/.test(gap);
  const minHours = first.min + (isSum ? second.min : 0);
  const maxHours = first.max + (isSum ? second.max : 0);
  return {
    hours: round((minHours + maxHours) / 2),
    minHours: round(minHours),
    maxHours: round(maxHours),
    points: first.points,
    parts: { development: undefined, testing: undefined, review: undefined },
    text: text.slice(first.start, isSum ? second.end : first.end).trim(),
  };
}

function readFigure(match: RegExpMatchArray) {
  const [whole, low = "", lowUnit, high, highUnit = ""] = match;
  if (lowUnit !== undefined && high === undefined) return [];
  const lowFactor = toFactor(lowUnit ?? highUnit);
  const factor = toFactor(highUnit);
  if (lowFactor === undefined || factor === undefined) return [];
  const from = toNumber(low);
  const to = high === undefined ? from : toNumber(high);
  const [least, most] = [toHours(from, lowFactor), toHours(to, factor)];
  const start = match.index ?? 0;
  return [
    {
      start,
      end: start + whole.length,
      factor,
      min: Math.min(least, most),
      max: Math.max(least, most),
      points: factor === 0 ? (from + to) / 2 : undefined,
    },
  ];
}

function toFactor(word: string): number | undefined {
  return units.find(([pattern]) => pattern.test(word.trim()))?.[1];
}

function toNumber(written: string): number {
  const isGrouped = /^\D?[1-9]\d{0,2}(?:,\d{3})+(?:\.|$)/.test(written);
  return Number(written.replaceAll(",", isGrouped ? "" : ".").replace("−", "-"));
}

function toHours(value: number, factor: number): number {
  if (factor > 0) return value * factor;
  const above = Math.max(
    1,
    pointHours.findIndex(([points]) => points >= value),
  );
  const [right, left] = [pointHours[value > 8 ? 4 : above], pointHours[value > 8 ? 3 : above - 1]];
  if (left === undefined || right === undefined) return value;
  const [[x1, y1], [x2, y2]] = [left, right];
  return y1 + ((value - x1) * (y2 - y1)) / (x2 - x1);
}

function round(hours: number): number {
  return Math.round(hours * 100) / 100;
}
