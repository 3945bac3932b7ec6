import type { SpecField } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { splitKeys } from "../items/body/split-keys.ts";
import { recognisePlaceholder } from "../items/recognise-placeholder.ts";
import type { Source } from "../outline/build-source.ts";
import { flattenInline } from "../outline/flatten-inline.ts";
import { type InlineText, sliceInline, toSourceSpan } from "../outline/inline-text.ts";
import type { Block } from "../outline/outline.ts";
import { readFrontMatter } from "./read-front-matter.ts";

/**
 * Reads the front matter of each file and the header under a document's title: lines such as
 * `**Status**: Draft` before the first section. What a template left to be filled in is left out.
 *
 * @param blocks Blocks that are in no task.
 */
export function readFields(blocks: readonly Block[], source: Source): readonly SpecField[] {
  const front = source.files.flatMap((file) =>
    (readFrontMatter(file)?.fields ?? []).flatMap(({ key, line, values }) =>
      toField(key.replaceAll("_", " "), values.map(({ text }) => text).join(", "), line, source),
    ),
  );
  const header = blocks.flatMap((block) => {
    if (block.kind !== "paragraph" || (block.heading?.depth ?? 1) > 1) return [];
    const text = flattenInline(block.node.children, source.text, block.span.start);
    return splitKeys(text).flatMap((line) => readLine(line, source));
  });
  return [...front, ...header];
}

/** A bold name with a colon, and a value on the same line. */
function readLine(line: InlineText, source: Source): readonly SpecField[] {
  const [bold] = line.strong;
  if (bold?.start !== 0) return [];
  const name = /^([^:：\n]{1,50}?)\s*[:：]\s*/.exec(line.text);
  if (name === null || bold.end > name[0].length) return [];
  const value = sliceInline(line, name[0].length);
  if (recognisePlaceholder(value) !== undefined) return [];
  return toField((name[1] ?? "").toLowerCase(), value.text, line, source);
}

function toField(
  key: string,
  value: string,
  line: InlineText,
  source: Source,
): readonly SpecField[] {
  const plain = collapseWhitespace(value);
  if (plain === "") return [];
  const place = source.placeAt(toSourceSpan(line).start);
  return [{ key: collapseWhitespace(key), value: plain, path: place.path, line: place.line }];
}
