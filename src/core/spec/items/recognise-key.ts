import { type InlineText, sliceInline } from "../outline/inline-text.ts";

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
  "depends on": "depends-on",
  depends: "depends-on",
  dependencies: "depends-on",
  dependency: "depends-on",
  "blocked by": "depends-on",
  prerequisite: "depends-on",
  prerequisites: "depends-on",
  requires: "depends-on",
  after: "depends-on",
  "starts after": "depends-on",
  "can start after": "depends-on",
  "cross-spec dependency": "depends-on",
  "cross-spec dependencies": "depends-on",
  "external dependencies": "depends-on",
  blocks: "blocks",
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
  const match = /^[-*•]?\s*([A-Za-z][A-Za-z /-]{1,30}?)\s*[:：]\s*/.exec(line.text);
  if (match === null) return undefined;
  const key = names[(match[1] ?? "").toLowerCase().replace(/\s+/g, " ")];
  return key === undefined ? undefined : { key, value: sliceInline(line, match[0].length) };
}
