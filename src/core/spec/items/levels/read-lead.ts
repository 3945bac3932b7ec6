import { type InlineText, joinInlineLines } from "../../outline/inline-text.ts";
import { splitKeys } from "../body/split-keys.ts";
import { recogniseKey } from "../recognise-key.ts";

/** The first line of a paragraph, and more up to its first key line. */
export function readLead(text: InlineText): InlineText {
  const lines = splitKeys(text);
  const end = lines.findIndex((line, index) => index > 0 && recogniseKey(line) !== undefined);
  return joinInlineLines(end < 0 ? lines : lines.slice(0, end));
}
