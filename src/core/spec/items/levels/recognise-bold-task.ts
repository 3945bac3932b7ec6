import type { InlineText } from "../../outline/inline-text.ts";
import { recogniseTaskLine } from "../line/recognise-task-line.ts";
import { readLead } from "./read-lead.ts";

/** Reads the line of a paragraph that begins with a task's ID in bold; `undefined` for any other. */
export function recogniseBoldTask(text: InlineText) {
  const [bold] = text.strong;
  if (bold?.start !== 0 || !/^(?:Task|T-?\d|WP\d|任务|タスク|태스크)/.test(text.text))
    return undefined;
  const [first = ""] = text.text.split("\n");
  if (!/^\s*(?:[:：—–(✅-]|$)/u.test(first.slice(bold.end))) return undefined;
  const line = recogniseTaskLine(readLead(text), "paragraph");
  return line.ownId === undefined || line.word === "number" ? undefined : line;
}
