import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { type KeyName, recogniseKeyName } from "./recognise-key-name.ts";

/** A line such as `**Depends on**: Task 1.1`, taken apart. */
export interface KeyLine {
  readonly key: KeyName;
  /** What stands after the colon; may be empty. */
  readonly value: InlineText;
}

const keyed =
  /^[-*•]?\s*[^\p{L}\p{N}[("'`]{0,6}(\p{L}[\p{L}\p{M}\p{N} _/&'’-]{0,40}?)\s*(?:[(（][^()（）\n]{0,60}[)）]\s*)?[:：]\s*/u;

/**
 * Recognises a key at the start of a line, in bold or not, in any case, with marks (`📁`) before it; a
 * line that is nothing but a bold name of one (`**Files**`) is a key too. A bold word before a colon
 * that is no key of ours is `other`.
 *
 * @returns `undefined` for running text.
 */
export function recogniseKey(line: InlineText): KeyLine | undefined {
  const match = keyed.exec(line.text);
  const length = match?.[0].length ?? 0;
  if (match !== null) {
    const key = recogniseKeyName(match[1] ?? "");
    const value = sliceInline(line, length);
    if (key !== undefined) return { key, value };
    return isBoldUntil(line, length) ? { key: "other", value } : undefined;
  }
  const bold = line.strong[0];
  if (bold?.start !== 0 || bold.end < line.text.length) return undefined;
  const key = recogniseKeyName(line.text);
  return key === undefined ? undefined : { key, value: sliceInline(line, line.text.length) };
}

/** The key stands in bold: the colon comes right after the bold text or is its last letter. */
function isBoldUntil(line: InlineText, length: number): boolean {
  const bold = line.strong[0];
  if (bold?.start !== 0 || bold.end > length) return false;
  return /^\s*(?:\([^()]*\))?\s*[:：]?\s*$/.test(line.text.slice(bold.end, length));
}
