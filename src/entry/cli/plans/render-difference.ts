import type { PlanDifference } from "../../../core/model/plan-difference.ts";
import { stripControls } from "../strip-controls.ts";

/** What changed between two plans for a terminal, one line each: `+` new, `-` gone, `~` changed. */
export function renderDifference(difference: PlanDifference): readonly string[] {
  const { added, removed, changed, addedDependencies, removedDependencies, figures } = difference;
  return [
    ...added.map(({ id, title }) => `+ ${id} ${title}`),
    ...removed.map(({ id, title }) => `- ${id} ${title}`),
    ...changed.flatMap(({ id, title, changes }) => [
      `~ ${id} ${title}`,
      ...changes.map(({ field, was, is }) => `    ${field}: ${show(was)} → ${show(is)}`),
    ]),
    ...addedDependencies.map((edge) => `+ ${edge}`),
    ...removedDependencies.map((edge) => `- ${edge}`),
    ...figures.map(({ name, was, is }) => `  ${name}: ${was} → ${is}`),
  ].map(stripControls);
}

function show(value: string): string {
  return value === "" ? "nothing" : JSON.stringify(value);
}
