import type { SpecFile } from "../../../model/spec.ts";
import { type InlineText, toInline } from "../../outline/inline-text.ts";
import { recognisePlaceholder } from "../recognise-placeholder.ts";
import type { KeyEntry } from "./key-entry.ts";
import { readFileList } from "./read-file-list.ts";
import type { ItemBody } from "./read-item-body.ts";
import { recogniseFiles } from "./recognise-files.ts";

/** What a key of files does to them where nothing else is said. */
const actions = {
  files: undefined,
  "create-files": "create",
  "edit-files": "edit",
} as const;

/** Files of a task's title, then those of its file keys; of one path the one with an action counts. */
export function listFiles(title: InlineText, body: ItemBody): readonly SpecFile[] {
  const listed = [...recogniseFiles(title), ...body.entries.flatMap(readEntry)];
  const byPath = new Map(listed.map((file) => [file.path, file]));
  for (const file of listed) if (file.action !== undefined) byPath.set(file.path, file);
  return [...byPath.values()];
}

function readEntry({ key, values, code }: KeyEntry): readonly SpecFile[] {
  if (key === "notes") return code.flatMap(({ value }) => listInCode(value));
  if (key !== "files" && key !== "create-files" && key !== "edit-files") return [];
  const files = values
    .filter((value) => recognisePlaceholder(value) === undefined)
    .flatMap(readFileList);
  return files.map((file) => ({ ...file, action: file.action ?? actions[key] }));
}

/** A list of files in a block of notes, under a line such as `Files to create/modify:`. */
function listInCode(value: string): readonly SpecFile[] {
  const list = /^\s*files?(?:\s+to\s+[\w/ ]+)?\s*:\s*\n((?:\s*[-*]\s+.*(?:\n|$))+)/im.exec(
    value,
  )?.[1];
  const lines = (list ?? "").split("\n").map((line) => line.replace(/^\s*[-*]\s+/, ""));
  return lines.filter((line) => line !== "").flatMap((text) => readFileList(toInline(text, 0)));
}
