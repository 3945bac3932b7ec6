import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source } from "../outline/build-source.ts";
import { type InlineText, toSourceSpan } from "../outline/inline-text.ts";
import type { Outline } from "../outline/outline.ts";
import type { CollectedTasks } from "./collect-tasks.ts";
import { recognisePlaceholder } from "./recognise-placeholder.ts";

/**
 * Lists text that a template left to be filled in: items that would be tasks, tasks with such text in
 * them (the first of each), and headings.
 */
export function findPlaceholders(
  outline: Outline,
  { tasks, placeholders }: CollectedTasks,
  source: Source,
): readonly Diagnostic[] {
  const items = new Set(placeholders.map((text) => toSourceSpan(text).start));
  const inHeadings = outline.headings
    .map(({ title }) => recognisePlaceholder(title))
    .filter((text) => text !== undefined && !items.has(toSourceSpan(text).start));
  return [
    ...inHeadings.flatMap((text) =>
      text === undefined ? [] : [describe(text, "the heading still holds it; fill it in")],
    ),
    ...placeholders.map((text) => describe(text, "the item is no task until it is filled in")),
    ...tasks.flatMap(({ placeholder, ownId }) =>
      placeholder === undefined
        ? []
        : [describe(placeholder, `${ownId} still holds it; fill it in or remove it`)],
    ),
  ];

  function describe(text: InlineText, what: string): Diagnostic {
    return {
      code: "KS105",
      severity: "warning",
      message: `"${text.text}" is a template's placeholder: ${what}`,
      at: source.placeAt(toSourceSpan(text).start),
    };
  }
}
