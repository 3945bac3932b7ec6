import type { SpecEffort } from "../../../model/spec.ts";
import { parseEffort } from "../line/parse-effort.ts";
import type { ItemBody, KeyEntry } from "./read-item-body.ts";
import { linesOf } from "./values-of.ts";

/**
 * Reads a task's effort from its keys: `Estimate`, and the split into development, testing and review;
 * without a total the split adds up to one.
 *
 * @param inTitle What its line says, which counts where no key does.
 */
export function readEffort(
  body: ItemBody,
  inTitle: SpecEffort | undefined,
): SpecEffort | undefined {
  const total = body.entries.flatMap((entry) =>
    entry.key === "effort" ? readTotal(entry) : [],
  )[0];
  const named = (["development-effort", "testing-effort", "review-effort"] as const).map(
    (key) => linesOf(body, key).flatMap((line) => parseEffort(line) ?? [])[0],
  );
  const [development, testing, review] = named.map((part) => part?.hours);
  const stated = named.filter((part) => part !== undefined);
  const whole = total ?? inTitle ?? addUp(stated);
  return whole && { ...whole, parts: { development, testing, review } };
}

/** A bare figure counts in the unit that its key names: `Hours: 6-8`, `Story points: 5`. */
function readTotal({ line, values }: KeyEntry): readonly SpecEffort[] {
  return values.flatMap(({ text }) => {
    const [, name = line.text, figure = text] = /^(\w[\w ]*):\s*(.+)$/.exec(text) ?? [];
    const unit = /\b(hours?|days?|weeks?|points?)\b/i.exec(name)?.[1] ?? "";
    const isBare = /^~?\d+(?:\.\d+)?(?:\s*[-–]\s*\d+(?:\.\d+)?)?$/.test(figure.trim());
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
