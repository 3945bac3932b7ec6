import { recogniseGroupHeading } from "../items/recognise-group-heading.ts";
import type { Heading } from "../outline/outline.ts";

const words =
  /\bdependenc(?:y|ies)\b|\bdepends\b|\bexecution\s+order\b|\border\s+of\s+execution\b|\bcritical\s+path\b|\bblockers?\b|\bparallel\s+(?:opportunities|execution)\b/i;

/**
 * Says whether a heading, or one that it stands under, is about what depends on what. A document's
 * title and headings of phases are not.
 */
export function isDependencyHeading(heading: Heading | undefined): boolean {
  for (let above = heading; above !== undefined; above = above.parent) {
    const title = above.title.text;
    if (above.depth > 1 && words.test(title) && recogniseGroupHeading(title) === undefined)
      return true;
  }
  return false;
}
