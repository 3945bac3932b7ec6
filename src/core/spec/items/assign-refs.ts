import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source } from "../outline/build-source.ts";
import { mergeDrafts } from "./merge-drafts.ts";
import { normaliseName } from "./normalise-name.ts";
import type { TaskDraft } from "./task-draft.ts";
import { parseTaskKey, toKeyText } from "./task-key.ts";

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
 * Gives each task its ref: its own ID where no other task has it, else `line:N` (`PATH:N` where the
 * spec consists of several files), with the column for a second one on a line.
 *
 * The same ID written as a heading and as a box or row is one task. The same ID with the same title
 * again is a task listed twice: only the first counts. The same ID with another title is an error,
 * unless numbering begins anew under each heading. Padding and prefix do not tell IDs apart (`T1` is
 * `T001`).
 */
export function assignRefs(drafts: readonly TaskDraft[], source: Source): AssignedRefs {
  const diagnostics: Diagnostic[] = [];
  const byKey = new Map<string, TaskDraft[]>();
  const unnamed: TaskDraft[] = [];
  for (const draft of drafts) {
    const key = toKey(draft);
    if (key === undefined) {
      unnamed.push(draft);
      continue;
    }
    const others = byKey.get(key) ?? [];
    byKey.set(key, others);
    const place = others.findIndex((other) => isSame(other, draft));
    const same = others[place];
    if (same !== undefined && same.construct !== draft.construct) {
      others[place] = mergeDrafts(same, draft);
      continue;
    }
    diagnostics.push(...describeRepeat(draft, others, source));
    if (same === undefined) others.push(draft);
  }
  const kept = [...unnamed, ...[...byKey.values()].flat()];
  const used = new Set<string>();
  const tasks = kept
    .toSorted((a, b) => a.span.start - b.span.start)
    .map((draft) => {
      const ref = toRef(draft, byKey, source);
      const place = source.placeAt(draft.span.start);
      const unique = used.has(ref) ? `${ref}:${place.column}` : ref;
      used.add(unique);
      return { ref: unique, draft };
    });
  return { tasks, diagnostics };
}

function toRef(
  draft: TaskDraft,
  byKey: ReadonlyMap<string, readonly TaskDraft[]>,
  source: Source,
): string {
  const isUnique = byKey.get(toKey(draft) ?? "")?.length === 1;
  if (isUnique && draft.ownId !== undefined) return draft.ownId;
  const { path, line } = source.placeAt(draft.span.start);
  return source.files.length > 1 ? `${path}:${line}` : `line:${line}`;
}

/** Written in another manner, or with the same title. */
function isSame(a: TaskDraft, b: TaskDraft): boolean {
  return a.construct !== b.construct || normaliseName(a.title) === normaliseName(b.title);
}

function describeRepeat(
  draft: TaskDraft,
  others: readonly TaskDraft[],
  source: Source,
): readonly Diagnostic[] {
  const [first] = others;
  if (first === undefined || draft.ownId === undefined) return [];
  const at = source.placeAt(draft.span.start);
  const same = others.find((other) => isSame(other, draft));
  if (same !== undefined) {
    const line = source.placeAt(same.span.start).line;
    const message = `${draft.ownId} is listed again with the title it has on line ${line}; only line ${line} is read`;
    return [{ code: "KS110", severity: "info", message, at }];
  }
  if (isCountedAnew(draft) && others.every((other) => isElsewhere(other, draft))) return [];
  const line = source.placeAt(first.span.start).line;
  const message = `${draft.ownId} "${shorten(draft.title)}" on line ${at.line} has the ID of "${shorten(first.title)}" on line ${line}; give one of them another ID`;
  return [{ code: "KS102", severity: "error", message, at }];
}

/** `Task 1`, `2.`: such numbers may begin anew under each heading. */
function isCountedAnew({ ownId }: TaskDraft): boolean {
  const key = parseTaskKey(ownId ?? "");
  return key?.prefix === "" && key.numbers.length === 1;
}

function isElsewhere(a: TaskDraft, b: TaskDraft): boolean {
  const holders = [a, b].map(({ containers }) => containers.at(-1)?.span.start);
  return a.heading !== b.heading || holders[0] !== holders[1];
}

function shorten(title: string): string {
  return title.length > 60 ? `${title.slice(0, 57)}...` : title;
}

function toKey({ ownId }: TaskDraft): string | undefined {
  return ownId === undefined ? undefined : toKeyText(ownId);
}
