import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import type { SectionMark } from "./build-source.ts";
import type { Heading } from "./outline.ts";

/** Names headings as evidence does, such as `H2: Login`, in document order. */
export function listSections(headings: readonly Heading[]): readonly SectionMark[] {
  return headings.map(({ depth, title, span }) => ({
    start: span.start,
    label: `H${depth}: ${collapseWhitespace(title.text)}`,
  }));
}
