import { type InlineText, sliceInline } from "../../outline/inline-text.ts";
import type { Heading } from "../../outline/outline.ts";
import type { KeyLine } from "../recognise-key.ts";
import { recogniseKeyName } from "../recognise-key-name.ts";

/** A heading inside a task as a key: `Acceptance Criteria`; what is none of ours is `other`. */
export function recogniseKeyHeading({ title }: Heading): KeyLine {
  const [name = "", rest] = splitColon(title);
  const key = recogniseKeyName(name) ?? "other";
  return { key, value: rest };
}

function splitColon(title: InlineText): readonly [string, InlineText] {
  const colon = title.text.search(/[:：]/);
  if (colon < 0) return [title.text, sliceInline(title, title.text.length)];
  return [title.text.slice(0, colon), sliceInline(title, colon + 1)];
}
