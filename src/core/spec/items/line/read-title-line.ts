import type { Priority, SpecEffort, StatedState } from "../../../model/spec.ts";
import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import { findParentheses } from "../../../text/find-parentheses.ts";
import type { InlineText, Span } from "../../outline/inline-text.ts";
import { recognisePriority } from "../recognise-priority.ts";
import { cleanOwner } from "./clean-owner.ts";
import { parseEffort } from "./parse-effort.ts";
import { recogniseState } from "./recognise-state.ts";

/** A task's title and what else its line says in brackets and at its end. */
export interface TitleLine {
  /** Plain, one line. */
  readonly text: string;
  readonly effort: SpecEffort | undefined;
  readonly priority: Priority | undefined;
  /** Said by a mark after the title: `✅ COMPLETE`. */
  readonly state: StatedState | undefined;
  readonly isOptional: boolean;
  readonly isParallel: boolean;
  readonly owner: string | undefined;
  /** `AC-1` and the like, from `(AC: #1, #2)`. */
  readonly requirements: readonly string[];
}

/** A bracket of the line, with what it says. */
interface Remark extends Partial<Omit<TitleLine, "text">> {
  readonly span: Span;
}

const mark =
  /\s*(?:[—–-]\s*)?(?:✅|✔️?|☑️?|⏳|🚧|🔄|⛔|🎯|⚠️?)\uFE0F?\s*(?:COMPLETED?|DONE|MVP|IN PROGRESS|NEEDS \w+|BLOCKED)?(?:\s*\([^()]*\))?\s*$/iu;
const states =
  /^(?:in[ _-]progress|wip|done|completed?|blocked|on[ _-]hold|deferred|cancell?ed|to[ _-]?do)$/i;
const lead = /^(?:✅|✔️?|☑️?|⏳|🚧|🔄|⛔)\uFE0F?\s*/u;

/**
 * Reads a title's line: `(8h)`, `[8h]`, `(owner: ann)`, `@ann` at its end, `[DONE]`, `[P]` at its end, `(Priority: P0)`, `(optional)`, `(AC: #1)`, `[Size: S]`, `[owner: ann]`
 * and a mark at its start or end are taken out of it and told apart. Other brackets stay.
 *
 * @param cuts Ranges that are no part of the title, such as `(depends on T001)`.
 */
export function readTitleLine(line: InlineText, cuts: readonly Span[] = []): TitleLine {
  const remarks = [...findRemarks(line), ...findFields(line), ...findMarks(line)];
  const bare = cutSpans(line.text, [...cuts, ...remarks.map(({ span }) => span)]);
  const text = collapseWhitespace(bare);
  const marks = [lead.exec(text)?.[0], mark.exec(text)?.[0]];
  const inside = readInside(line);
  const first = <Key extends keyof Remark>(key: Key) =>
    remarks.find((remark) => remark[key] !== undefined)?.[key];
  return {
    text: tidy(text.replace(lead, "").replace(mark, "")),
    effort: first("effort") ?? inside.effort,
    priority: first("priority"),
    state: marks.flatMap((each) => recogniseState(each ?? "") ?? [])[0] ?? first("state"),
    isOptional: first("isOptional") ?? false,
    isParallel: first("isParallel") ?? inside.isParallel,
    owner: first("owner"),
    requirements: remarks.flatMap((remark) => remark.requirements ?? []),
  };
}

/** Round brackets that are about the task and not of its title. */
function findRemarks(line: InlineText): readonly Remark[] {
  return findParentheses(line.text).flatMap((span): readonly Remark[] => {
    const words = line.text.slice(span.start + 1, span.end - 1).trim();
    if (/^(?:optional|OPTIONAL|可选|任意)$/i.test(words)) return [{ span, isOptional: true }];
    if (/^(?:priority\s*:?\s*)?P\d\b[^,;]*$/i.test(words)) {
      return [{ span, priority: recognisePriority(words) }];
    }
    const owner = /^(?:owner|assignee|assigned\s+to)\s*[:：]\s*(.+)$/i.exec(words)?.[1];
    if (owner !== undefined) return [{ span, owner: cleanOwner(owner) }];
    const criteria = /^ACs?\s*:\s*(.+)$/i.exec(words)?.[1];
    if (criteria !== undefined) return [{ span, requirements: listCriteria(criteria) }];
    const effort = toWholeEffort(words);
    return effort === undefined ? [] : [{ span, effort }];
  });
}

/** `[key: value]` anywhere in the line. */
function findFields(line: InlineText): readonly Remark[] {
  const pattern = /\[([a-z_ -]{2,20})\s*:\s*([^\][]*)\](?!\()/gi;
  return [...line.text.matchAll(pattern)].flatMap((match): readonly Remark[] => {
    const span = { start: match.index, end: match.index + match[0].length };
    const [, key = "", value = ""] = match;
    if (/^(?:depends?(?: on)?|blocked by|blocks|needs clarification)$/i.test(key)) return [];
    if (/^owner|^assignee/i.test(key)) return [{ span, owner: value.trim() }];
    if (/^priority$/i.test(key)) return [{ span, priority: recognisePriority(value) }];
    if (/^(?:size|effort|estimate|est)$/i.test(key)) return [{ span, effort: parseEffort(value) }];
    return /^(?:files?|shared_state)$/i.test(key) ? [{ span }] : [];
  });
}

/** `[4h]` and `[IN PROGRESS]` anywhere in the line, `[P]` and `@ann` at its end. */
function findMarks(line: InlineText): readonly Remark[] {
  const found = [...line.text.matchAll(/\[([^\][:]{1,20})\](?!\()/g)].flatMap(
    (match): readonly Remark[] => {
      const span = { start: match.index, end: match.index + match[0].length };
      const words = (match[1] ?? "").trim();
      if (line.code.some(({ start, end }) => start <= span.start && span.start < end)) return [];
      if (states.test(words)) return [{ span, state: recogniseState(words) }];
      if (words === "P" && span.end === line.text.trimEnd().length) {
        return [{ span, isParallel: true }];
      }
      const effort = toWholeEffort(words);
      return effort === undefined ? [] : [{ span, effort }];
    },
  );
  const owner = /\s(?:[—–-]\s*)?@([a-z\d](?:[a-z\d-]{0,38}))\s*$/i.exec(line.text);
  if (owner === null) return found;
  const span = { start: owner.index, end: line.text.length };
  return [...found, { span, owner: `@${owner[1]}` }];
}

/** An estimate among other words in brackets: `(parallel: false, 2-3 hours)`. */
function readInside(line: InlineText): Pick<TitleLine, "effort" | "isParallel"> {
  const parts = findParentheses(line.text).flatMap(({ start, end }) =>
    line.text.slice(start + 1, end - 1).split(/[,;]\s*/),
  );
  const efforts = parts.flatMap((part) => toWholeEffort(part.trim()) ?? []);
  return { effort: efforts[0], isParallel: parts.some((part) => /^parallel:\s*true$/i.test(part)) };
}

function toWholeEffort(words: string): SpecEffort | undefined {
  const bare = words.replace(
    /^(?:est(?:imated?)?(?:\s+(?:effort|time))?\.?\s*:?|effort\s*:?)\s*/i,
    "",
  );
  const effort = parseEffort(bare);
  return effort?.text === bare ? effort : undefined;
}

function listCriteria(text: string): readonly string[] {
  const ids = text.match(/[A-Z]+[\w-]*-?\d+|#?\d+(?:\.\d+)*/g) ?? [];
  return ids.map((id) => (/^#?\d/.test(id) ? `AC-${id.replace("#", "")}` : id));
}

/** The text without some ranges of it. */
function cutSpans(text: string, cuts: readonly Span[]): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    kept += text.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return kept + text.slice(from);
}

/** Without separators and brackets that were left at its end. */
function tidy(text: string): string {
  return text.replace(/\s+([.,;:])(?=\s|$)/g, "$1").replace(/[\s:;,—–-]+$/, "");
}
