import { type InlineText, sliceInline } from "../../outline/inline-text.ts";
import { isForeignId } from "./is-foreign-id.ts";

/** Where a text stands that may begin with an ID. */
export type Standing = "box" | "heading" | "paragraph" | "cell";

/** An own ID at the start of a task's line, and what stands after it. */
export interface TaskIdMark {
  readonly ownId: string;
  /** The word before it; `package` also for `WP01`, `number` for a bare `1.2`, `code` for a bare `A1`. */
  readonly word: "task" | "subtask" | "package" | "story" | "number" | "code" | undefined;
  readonly rest: InlineText;
}

interface Shape {
  readonly word: TaskIdMark["word"];
  /** Its first group is the ID. */
  readonly pattern: RegExp;
  readonly standings: readonly Standing[];
  readonly isBoldOnly?: boolean;
}

const end = "(?=$|[\\s:：.,;)\\]—–-])";
const apart = "(?=\\s*(?:[:：—–]|-\\s|\\.\\s)|$)";
const taskWord = "(?:Task|TASK|任务|任務|タスク|태스크|작업|Tarea)(?:\\s+ID)?\\s*[:：]?\\s*#?";
const label = "(?:[A-Z][A-Z0-9]*[-_])+\\d+[a-z]?";
/** Capitals and a number, but for those that name priorities, stories, quarters, versions and the like. */
const code =
  "(?!(?:AC|ADR|BR|CVE|EC|FR|H|KPI|NFR|OQ|P|Q|R|REQ|SC|TC|UC|US|V)-?\\d)[A-Z]{1,5}-?\\d{1,4}[a-z]?";
const dotted = "\\d+(?:\\.\\d+){1,3}[a-z]?";
const everywhere = ["box", "heading", "paragraph", "cell"] as const;
const shapes: readonly Shape[] = [
  shape("subtask", `^(?:Sub-?task|SUBTASK)\\s+#?(T?\\d+(?:\\.\\d+){0,3}[a-z]?)${end}`),
  shape(undefined, `^(?:${taskWord})?(T-?\\d{1,6}[a-z]?(?:\\.\\d+)*)${end}`),
  shape(undefined, `^\\[(T-?\\d{1,6}[a-z]?|\\d{3})\\](?=\\s)`),
  shape("task", `^${taskWord}(\\d+[-–]\\d+)(?=\\s*[:：])`),
  shape("task", `^${taskWord}(\\d+(?:\\.\\d+){0,3}[a-z]?|${label})${end}`),
  shape("task", `^${taskWord}([A-Z])(?=\\s*[:：—–])`, ["heading", "box", "paragraph"]),
  shape("package", `^(?:Work\\s+Package\\s+)?(WP-?\\d{1,4})${end}`),
  shape("story", `^Story\\s+(\\d+\\.\\d+[a-z]?)${end}`, ["heading", "box"]),
  { ...shape(undefined, `^(${label}|${dotted})${apart}`, ["box"]), isBoldOnly: true },
  shape(undefined, `^(${label})(?=\\s*(?:[:：—–]|-\\s))`),
  shape(undefined, `^([A-Z]{2,}(?:-[A-Z]+)*-\\d+(?:-\\d+)?)\\s*$`, ["cell"]),
  shape("number", `^(${dotted})(?:[.):：])?(?=\\s)`, ["box", "heading"]),
  shape("code", `^(${code})(?=\\s+\\S)`, ["heading"]),
  shape("code", `^(${code})(?=$|[\\s:：.)\\]—–])`, ["cell"]),
  shape("number", `^(\\d{1,3}[a-z]?)(?:[.):：]|(?=\\s+\\(P\\)))(?=\\s)`, ["box", "heading"]),
  shape("number", `^#?(\\d+(?:\\.\\d+){0,3}[a-z]?)$`, ["cell"]),
  shape(undefined, `^(\\d{1,6})\\.md(?=\\s)`, ["box"]),
  shape(undefined, `^#(\\d{1,6})(?=\\s*(?:[:：—–]|-\\s))`, ["box", "heading"]),
  shape(undefined, `^([A-GI-KM-OS-TW-Z]\\d{1,3})[.:](?=\\s)`, ["box", "heading"]),
  shape(undefined, `^([a-z0-9-]+(?:/[a-z0-9-]+)*/t\\d{1,5})${end}`),
];

/** A list or range of IDs is about several tasks and begins none. */
const several = /^\s*(?:[,&+/、]|and\b|to\b|through\b|[-–—](?=\S))\s*(?:tasks?\s+)?T?-?\d/i;

/**
 * Recognises a task's own ID: `T012`, `T-012`, `Task 2.1`, `WP03`, `AUTH-3:`, and where a box or a
 * heading says that it is an item also bare numbers (`1.2 Do it`, `3. Do it`).
 *
 * Separators after it are dropped. IDs of requirements and criteria (`FR-001`, `SC-002`) are not
 * tasks, and a line that begins with several IDs is about them.
 */
export function recogniseTaskId(
  text: InlineText,
  standing: Standing = "box",
): TaskIdMark | undefined {
  const lead = /^[a-z]{3,20}:\s+(?=T\d)/.exec(text.text)?.[0].length ?? 0;
  const line = lead === 0 ? text : sliceInline(text, lead);
  for (const { word, pattern, standings, isBoldOnly } of shapes) {
    if (!standings.includes(standing)) continue;
    const bold = line.strong[0];
    if (isBoldOnly === true && bold?.start !== 0) continue;
    const words = isBoldOnly === true ? line.text.slice(0, bold?.end) : line.text;
    const match = pattern.exec(words);
    const ownId = match?.[1] ?? "";
    if (match === null || isForeignId(ownId)) continue;
    if (several.test(line.text.slice(match[0].length))) return undefined;
    return toMark(line, ownId, word, match[0].length);
  }
  return undefined;
}

function shape(
  word: TaskIdMark["word"],
  pattern: string,
  standings: readonly Standing[] = everywhere,
): Shape {
  return { word, pattern: new RegExp(pattern), standings };
}

function toMark(
  text: InlineText,
  ownId: string,
  word: TaskIdMark["word"],
  length: number,
): TaskIdMark {
  const separators = /^\s*[:：.,;)\]—–-]*\s*/.exec(text.text.slice(length))?.[0].length ?? 0;
  return { ownId, word, rest: sliceInline(text, length + separators) };
}
