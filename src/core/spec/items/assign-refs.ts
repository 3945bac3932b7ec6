import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source } from "../outline/build-source.ts";
import type { TaskDraft } from "./task-draft.ts";
import { parseTaskKey, renderTaskKey } from "./task-key.ts";

/** A task with the key it has within its document. */
export interface RefTask {
  readonly ref: string;
  readonly draft: TaskDraft;
}

/** Tasks with refs, and what is wrong with their IDs. */
export interface AssignedRefs {
  readonly tasks: readonly RefTask[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives each task its ref: its own ID where no other task has it, else `line:N`.
 *
 * The same ID with the same title again is the same task listed twice: only the first counts. The same
 * ID with another title is an error. Padding and prefix do not tell IDs apart (`T1` is `T001`).
 */
export function assignRefs(drafts: readonly TaskDraft[], source: Source): AssignedRefs {
  const diagnostics: Diagnostic[] = [];
  const kept: TaskDraft[] = [];
  const byKey = new Map<string, TaskDraft[]>();
  for (const draft of drafts) {
    const key = toKey(draft.ownId);
    const others = byKey.get(key) ?? [];
    const [first] = others;
    if (first !== undefined) diagnostics.push(describeRepeat(draft, first, others, source));
    if (others.some((other) => isSameTitle(other, draft))) continue;
    byKey.set(key, [...others, draft]);
    kept.push(draft);
  }
  const tasks = kept.map((draft) => {
    const isUnique = byKey.get(toKey(draft.ownId))?.length === 1;
    const ref = isUnique ? draft.ownId : `line:${source.placeAt(draft.span.start).line}`;
    return { ref, draft };
  });
  return { tasks, diagnostics };
}

function describeRepeat(
  draft: TaskDraft,
  first: TaskDraft,
  others: readonly TaskDraft[],
  source: Source,
): Diagnostic {
  const at = source.placeAt(draft.span.start);
  const same = others.find((other) => isSameTitle(other, draft));
  if (same !== undefined) {
    const line = source.placeAt(same.span.start).line;
    const message = `${draft.ownId} is listed again with the title it has on line ${line}; only line ${line} is read`;
    return { code: "KS110", severity: "info", message, at };
  }
  const line = source.placeAt(first.span.start).line;
  const message = `${draft.ownId} "${shorten(draft.title)}" on line ${at.line} has the ID of "${shorten(first.title)}" on line ${line}; give one of them another ID`;
  return { code: "KS102", severity: "error", message, at };
}

function isSameTitle(a: TaskDraft, b: TaskDraft): boolean {
  return a.title.toLowerCase() === b.title.toLowerCase();
}

function shorten(title: string): string {
  return title.length > 60 ? `${title.slice(0, 57)}...` : title;
}

function toKey(ownId: string): string {
  const key = parseTaskKey(ownId);
  return key === undefined ? ownId : renderTaskKey(key);
}
