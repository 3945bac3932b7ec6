import { findTask } from "../items/find-task.ts";
import { parseTaskKey, type TaskKey } from "../items/task-key.ts";
import type { Asker, ReferenceIndex, Referent } from "./reference-index.ts";
import { resolveRange } from "./resolve-range.ts";

const full =
  "T-?\\d{1,6}[a-z]?(?:\\.\\d+)*|(?:[A-Z][A-Z0-9]*[-_])+\\d+[a-z]?|\\d+(?:\\.\\d+)+[a-z]?";
const any = `${full}|\\d+[a-z]?`;
const word = "(?:tasks?\\s+)?#?";
const range = new RegExp(
  `^(tasks?\\s+)?#?(${any})(?:\\s*(?:[-–—~]|\\.\\.)\\s*${word}(${full})|(?:[-–—~]|\\.\\.)(\\d+[a-z]?)|\\s+(?:to|through|till|until)\\s+${word}(${any}))(?![\\w])(?!\\.\\d)`,
  "i",
);
const single = new RegExp(`^(tasks?\\s+)?#?(${any})(?![\\w-])(?!\\.[\\dxX*])`, "i");
const wildcard = /^(?:all\s+)?(?:tasks?\s+)?(\d+(?:\.\d+)*)\.(?:x|\*)(?!\w)/i;

/** What a reference to tasks comes to, and how much of the text it takes. */
export interface TaskReference {
  readonly found: readonly Referent[];
  readonly length: number;
}

/**
 * Recognises a task ID, a range of IDs or a wildcard at the start of a text.
 *
 * A bare number counts only after `Task`, or in a task's own words with nothing else said.
 *
 * @returns `undefined` if the text starts with no such thing.
 */
export function resolveTaskReference(
  text: string,
  index: ReferenceIndex,
  asker: Asker,
): TaskReference | undefined {
  return (
    readWildcard(text, index, asker) ??
    readRange(text, index, asker) ??
    readSingle(text, index, asker)
  );
}

/** A task that is under the wildcard itself means the earlier ones only. */
function readWildcard(
  text: string,
  index: ReferenceIndex,
  asker: Asker,
): TaskReference | undefined {
  const match = wildcard.exec(text);
  if (match === null) return undefined;
  const stem = (match[1] ?? "").split(".").map(Number);
  const under = index.tasks.filter(({ key }) => isUnder(key, stem));
  const { task } = asker;
  const isOwn = task !== undefined && isUnder(task.key, stem);
  const refs = under.filter(({ order }) => !isOwn || order < task.order).map(({ ref }) => ref);
  const found: Referent =
    refs.length === 0
      ? { kind: "unresolved", why: `no other task has an ID ${match[0]}` }
      : { kind: "tasks", refs, isSet: true };
  return { found: [found], length: match[0].length };
}

function isUnder(key: TaskKey | undefined, stem: readonly number[]): boolean {
  if (key?.prefix !== "" || key.numbers.length <= stem.length) return false;
  return stem.every((number, place) => key.numbers[place] === number);
}

function readRange(text: string, index: ReferenceIndex, asker: Asker): TaskReference | undefined {
  const match = range.exec(text);
  if (match === null) return undefined;
  const [whole, taskWord, first = "", ...rights] = match;
  const isBare = /^\d+[a-z]?$/.test(first);
  if (isBare && taskWord === undefined && !isOwnWords(text, whole.length, asker)) return undefined;
  const last = rights.find((right) => right !== undefined) ?? "";
  const found = resolveRange(first, last, index, asker);
  return found === undefined ? undefined : { found, length: whole.length };
}

function readSingle(text: string, index: ReferenceIndex, asker: Asker): TaskReference | undefined {
  const match = single.exec(text);
  if (match === null) return undefined;
  const [whole, taskWord, id = ""] = match;
  const isBare = /^\d+[a-z]?$/.test(id);
  if (isBare && taskWord === undefined && !isOwnWords(text, whole.length, asker)) return undefined;
  const key = parseTaskKey(id);
  const isForeign = key !== undefined && key.prefix.length > 1 && !index.prefixes.has(key.prefix);
  if (key === undefined || isForeign) return undefined;
  const found = findTask(key, id, index, asker);
  const referent: Referent =
    "task" in found
      ? { kind: "tasks", refs: [found.task.ref], isSet: false }
      : { kind: "unresolved", why: found.why };
  return { found: [referent], length: whole.length };
}

/** A bare number is a reference where a task speaks and says nothing else. */
function isOwnWords(text: string, length: number, asker: Asker): boolean {
  return asker.task !== undefined && /^\s*(?:$|[:—–-])/.test(text.slice(length));
}
