import type { SpecFile } from "../../../model/spec.ts";
import { maskParentheses } from "../../../text/mask-parentheses.ts";
import type { InlineText } from "../../outline/inline-text.ts";
import { isFilePath } from "./is-file-path.ts";

const actions: Readonly<Record<string, "create" | "edit" | "delete">> = {
  create: "create",
  add: "create",
  new: "create",
  edit: "edit",
  modify: "edit",
  update: "edit",
  change: "edit",
  delete: "delete",
  remove: "delete",
};

/**
 * Reads the value of a `Files` key: paths parted by commas, each with what is to be done before it
 * (`CREATE: src/a.ts`) or after it (`src/a.ts (new)`). Words that are no path are left out.
 */
export function readFileList(value: InlineText): readonly SpecFile[] {
  const files: SpecFile[] = [];
  const listed = /^\s*\[([^\][]*)\]\s*$/.exec(value.text)?.[1];
  for (const part of splitList(listed ?? value.text)) {
    const action = readAction(part);
    const words = maskParentheses(part)
      .replace(/^\s*\w+:\s+/, "")
      .split(/[\s`"']+/);
    for (const word of words.map((each) => each.replace(/[.,;:]+$/, ""))) {
      if (isFilePath(word, true)) files.push({ path: word, action });
    }
  }
  return files;
}

/** Parts at commas and line breaks outside of brackets: `{a,b}` and `[id]` belong to a path. */
function splitList(text: string): readonly string[] {
  return text.split(/[;\n]|,(?![^{\n]*\})/);
}

function readAction(part: string): "create" | "edit" | "delete" | undefined {
  const before = /^[\s`]*([A-Za-z]+)(?::|\s)/.exec(part)?.[1];
  const after = /\(\s*([a-z]+)\b/i.exec(part)?.[1];
  return actions[(before ?? "").toLowerCase()] ?? actions[(after ?? "").toLowerCase()];
}
