import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { recogniseLinkKey } from "../statements/recognise-link-key.ts";

/** What a key of a task's body is about. */
export type KeyName = "description" | "depends-on" | "blocks" | "files" | "done-when" | "type";

/** A line such as `**Depends on**: Task 1.1`, taken apart. */
export interface KeyLine {
  readonly key: KeyName;
  /** What stands after the colon; may be empty. */
  readonly value: InlineText;
}

const names: Readonly<Record<string, KeyName>> = {
  description: "description",
  details: "description",
  files: "files",
  file: "files",
  "file paths": "files",
  "files to create": "files",
  "files to modify": "files",
  "files to create/modify": "files",
  "done when": "done-when",
  acceptance: "done-when",
  "acceptance criteria": "done-when",
  "completion criteria": "done-when",
  "definition of done": "done-when",
  dod: "done-when",
  type: "type",
  "task type": "type",
};

/** Recognises a key at the start of a line, in bold or not, in any case; `undefined` for other text. */
export function recogniseKey(line: InlineText): KeyLine | undefined {
  const match = /^[-*•]?\s*([\p{L}][\p{L}\p{M} _/-]{0,30}?)\s*[:：]\s*/u.exec(line.text);
  if (match === null) return undefined;
  const name = match[1] ?? "";
  const key = recogniseLinkKey(name) ?? names[name.toLowerCase().replace(/\s+/g, " ")];
  return key === undefined ? undefined : { key, value: sliceInline(line, match[0].length) };
}
