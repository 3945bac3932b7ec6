import type { SpecEffort } from "../../../model/spec.ts";
import { parseEffort } from "../line/parse-effort.ts";
import type { ItemBody } from "./read-item-body.ts";
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
  const total = linesOf(body, "effort").flatMap((line) => parseEffort(line) ?? [])[0];
  const named = (["development-effort", "testing-effort", "review-effort"] as const).map(
    (key) => linesOf(body, key).flatMap((line) => parseEffort(line) ?? [])[0],
  );
  const [development, testing, review] = named.map((part) => part?.hours);
  const stated = named.filter((part) => part !== undefined);
  const whole = total ?? inTitle ?? addUp(stated);
  return whole && { ...whole, parts: { development, testing, review } };
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
