import type { Source } from "../../outline/build-source.ts";
import { flattenInline } from "../../outline/flatten-inline.ts";
import type { Heading, Outline } from "../../outline/outline.ts";
import { recogniseBox } from "../line/recognise-box.ts";
import { recogniseGroupHeading } from "../recognise-group-heading.ts";
import { recogniseKeyName } from "../recognise-key-name.ts";
import { isCriteria } from "./is-criteria.ts";
import { listKeysBelow } from "./list-keys-below.ts";

/**
 * Lists headings without an ID that are tasks by the keys right below them: what they depend on, or
 * their estimate. Phases and names of keys (`Effort`) are none, nor are sections that all hold boxes,
 * which are the tasks then.
 */
export function listUnmarkedSections(
  { headings, blocks }: Outline,
  { text }: Source,
): ReadonlySet<Heading> {
  const above = new Set(headings.map(({ parent }) => parent));
  const boxed = new Set<Heading | undefined>();
  let label = "";
  for (const block of blocks) {
    if (block.kind === "paragraph" && block.item === undefined) {
      label = flattenInline(block.node.children, text, block.span.start).text;
    }
    if (block.kind !== "item" || block.item !== undefined) continue;
    const [first] = block.node.children;
    const line =
      first?.type === "paragraph"
        ? flattenInline(first.children, text, first.position?.start.offset ?? 0)
        : undefined;
    const hasBox = line !== undefined && recogniseBox(line, block.node.checked) !== undefined;
    if (hasBox && !/[:：]\s*$/.test(label) && !isCriteria(block.heading, label)) {
      boxed.add(block.heading);
    }
  }
  const found = headings.filter((heading) => {
    const { title, depth } = heading;
    if (depth === 1 || above.has(heading)) return false;
    if (recogniseGroupHeading(title.text) !== undefined) return false;
    if (recogniseKeyName(title.text) !== undefined || isCriteria(heading, "")) return false;
    const keys = listKeysBelow(heading, blocks, text);
    return keys.includes("depends-on") || keys.includes("effort");
  });
  const plain = found.filter((heading) => !boxed.has(heading));
  const meant = found.filter((heading) =>
    plain.some(({ depth, parent }) => depth === heading.depth && parent === heading.parent),
  );
  return new Set(meant.length > 1 ? meant : []);
}
