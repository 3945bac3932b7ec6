import { type InlineText, sliceInline } from "../outline/inline-text.ts";

/** An own ID at the start of a task's line, and what stands after it. */
export interface TaskIdMark {
  readonly ownId: string;
  readonly rest: InlineText;
}

const end = "(?=$|[\\s:.,;)\\]—–-])";
const numbered = new RegExp(`^(?:Task\\s+)?(T-?\\d{1,6}[a-z]?(?:\\.\\d+)*)${end}`);
const worded = new RegExp(`^(?:Task|TASK)\\s+#?(\\d+(?:\\.\\d+){0,3}[a-z]?)${end}`);
const labelled =
  /^((?:[A-Z][A-Z0-9]*[-_])+\d+[a-z]?|\d+(?:\.\d+){1,3}[a-z]?)(?=\s*(?:[:—–]|-\s)|$)/;

/** Prefixes of requirements, criteria and risks: such boxes are no tasks. */
const foreignPrefix = /^(?:FR|NFR|SC|AC|REQ|US|R|RISK|CHK|KPI|TC|ADR|Q|EC|UTF|SHA|ISO|RFC)[-_]/;

/**
 * Recognises a task's own ID: `T012`, `T-012`, `Task 2.1`, and in bold also `AUTH-3` or `2.1`.
 *
 * Separators after it are dropped. IDs of requirements and criteria (`FR-001`, `SC-002`) are not
 * tasks.
 */
export function recogniseTaskId(text: InlineText): TaskIdMark | undefined {
  const plain = numbered.exec(text.text) ?? worded.exec(text.text);
  if (plain !== null) return toMark(text, plain[1] ?? "", plain[0].length);
  const bold = text.strong[0];
  if (bold === undefined || bold.start !== 0) return undefined;
  const label = labelled.exec(text.text.slice(0, bold.end));
  const ownId = label?.[1] ?? "";
  if (ownId === "" || foreignPrefix.test(ownId)) return undefined;
  return toMark(text, ownId, ownId.length);
}

function toMark(text: InlineText, ownId: string, length: number): TaskIdMark {
  const separators = /^\s*[:.,;)—–-]*\s*/.exec(text.text.slice(length))?.[0].length ?? 0;
  return { ownId, rest: sliceInline(text, length + separators) };
}
