import type { SpecEffort } from "../../../model/spec.ts";
import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import { parseEffort } from "../line/parse-effort.ts";
import { parseThreePoints } from "../line/parse-three-points.ts";
import type { KeyEntry } from "./key-entry.ts";
import type { ItemBody } from "./read-item-body.ts";
import { linesOf } from "./values-of.ts";

const kinds = ["development", "testing", "review"] as const;
const words = {
  development:
    /\b(?:dev(?:elopment)?|implementation|implement|coding|code)\s*(?:time)?\s*[:=]?\s*$/i,
  testing: /\b(?:test(?:s|ing)?|qa)\s*(?:time)?\s*[:=]?\s*$/i,
  review: /\b(?:code\s+)?review(?:s|ing)?\s*(?:time)?\s*[:=]?\s*$/i,
} as const;
const amount = /(?:[~≈]\s*)?\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*[a-z]{1,7}/gi;
/** Nothing but a word and a figure: `Testing: 1h`. */
const bare = /^[\p{L} ]{2,24}[:=]\s*[~≈]?\s*\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*[a-z]{1,7}$/iu;

/**
 * Reads a task's effort from its keys: `Estimate` or `Duration`, three points, and the split into development, testing
 * and review, in keys of its own, in bullets under the estimate or on its line (`4h (dev 2h, tests 1h)`);
 * without a total the split adds up to one.
 *
 * @param inTitle What its line says, which counts where no key does.
 */
export function readEffort(
  body: ItemBody,
  inTitle: SpecEffort | undefined,
): SpecEffort | undefined {
  const stated =
    body.entries.find(({ key }) => key === "effort") ??
    body.entries.find(({ key }) => key === "duration");
  const parts = kinds.map((kind) => readPart(body, kind));
  const total = readPoints(body) ?? (stated === undefined ? undefined : readTotal(stated)[0]);
  const told = parts.filter((part) => part !== undefined);
  const whole = total ?? inTitle ?? addUp(told);
  const [development, testing, review] = parts.map((part) => part?.hours);
  return whole && { ...whole, parts: { development, testing, review } };
}

/** Optimistic, likely and pessimistic hours, on one line, in bullets under the estimate or in keys of their own. */
function readPoints(body: ItemBody): SpecEffort | undefined {
  const told = body.entries
    .filter(({ key }) => /^(?:effort|duration|(?:optimistic|likely|pessimistic)-effort)$/.test(key))
    .flatMap(({ line, values }) => [line, ...values].map(({ text }) => collapseWhitespace(text)));
  const lines = [...new Set(told)].filter((text) => text !== "");
  const alone = lines.flatMap(
    (line) => parseThreePoints(line.replace(/^[\p{L} ]+:\s*(?=~?\d)/u, "")) ?? [],
  );
  return alone[0] ?? parseThreePoints(lines.join(", "));
}

/** A part by its own key, else by its word before a figure on a line about effort or on one of its own. */
function readPart(body: ItemBody, kind: (typeof kinds)[number]): SpecEffort | undefined {
  const own = linesOf(body, `${kind}-effort`).flatMap((line) => parseEffort(line) ?? [])[0];
  if (own !== undefined) return own;
  const told = body.entries.flatMap(({ key, line, values }) =>
    /^(?:effort|duration|.*-effort)$/.test(key)
      ? [line, ...values]
      : [line, ...values].filter(({ text }) => bare.test(text.trim())),
  );
  const alone = body.notes.filter(({ text }) => bare.test(text.trim()));
  return [...told, ...alone].flatMap(({ text }) => findPart(text, kind) ?? [])[0];
}

function findPart(text: string, kind: (typeof kinds)[number]): SpecEffort | undefined {
  for (const match of text.matchAll(amount)) {
    if (words[kind].test(text.slice(0, match.index))) return parseEffort(match[0]);
  }
  return undefined;
}

/** A bare figure counts in the unit that its key names: `Hours: 6-8`, `Story points: 5`. */
function readTotal({ line, values }: KeyEntry): readonly SpecEffort[] {
  return values.flatMap(({ text }) => {
    const [, name = line.text, figure = text] = /^(\w[\w ]*):\s*(.+)$/.exec(text) ?? [];
    const unit = /\b(hours?|days?|weeks?|points?)\b/i.exec(name)?.[1] ?? "";
    const isBare = /^~?[-−]?\d+(?:\.\d+)?(?:\s*[-–]\s*\d+(?:\.\d+)?)?$/.test(figure.trim());
    return parseEffort(isBare ? `${figure.trim()} ${unit}` : text) ?? [];
  });
}

function addUp(parts: readonly SpecEffort[]): SpecEffort | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const sum = (pick: (part: SpecEffort) => number) =>
    parts.reduce((total, part) => total + pick(part), 0);
  return {
    ...first,
    hours: sum((part) => part.hours),
    minHours: sum((part) => part.minHours),
    maxHours: sum((part) => part.maxHours),
    points: undefined,
    text: parts.map((part) => part.text).join(" + "),
  };
}
