import { findTask } from "../items/find-task.ts";
import { parseTaskKey, renderTaskKey, type TaskKey } from "../items/task-key.ts";
import { idPattern, taskWord } from "./id-pattern.ts";
import { listUnderKey } from "./key-order.ts";
import type { Asker, ReferenceIndex, Referent } from "./reference-index.ts";
import { resolveRange } from "./resolve-range.ts";

const any = `${idPattern}|\\d+[a-z]?`;
const dash = "[-–—~〜]|\\.{2,3}|…";
const range = new RegExp(
  `^(${taskWord})(${any})(?:\\s*(?:${dash})\\s*${taskWord}(${idPattern})|(?:${dash})#?(\\d+[a-z]?)|\\s+(?:to|through|thru|till|until|bis|至|到|から)\\s+${taskWord}(${any}))(?![\\w])(?!\\.\\d)`,
  "i",
);
const single = new RegExp(`^(${taskWord})(${any})(?![\\w-])(?!\\.[\\dxX*])`, "i");
const compound = /^(?:tasks?\s+)?((?:[A-Z]+-)?\d+-\d+)(?![\w-])/i;
/** What GSD calls a plan of a phase. */
const pair = /^0\d-\d\d$/;
const lettered = /^tasks?\s+([A-Z])(?![\w.-])/i;
const beginning = /^(?:all\s+)?(?:tasks?\s+)?([A-Z][A-Z0-9_-]{0,40}\d)\*(?![\w*])/i;
const wildcard =
  /^(?:all\s+)?(?:(?:tasks?|steps?)\s+|任务\s*)?([A-Z]*)(\d+(?:\.\d+)*)\.(?:x|n|\*)(?!\w)/i;

/** What a reference to tasks comes to, and how much of the text it takes. */
export interface TaskReference {
  readonly found: readonly Referent[];
  readonly length: number;
}

/**
 * Recognises a task ID, a range of IDs or a wildcard at the start of a text.
 *
 * A bare number counts only after `Task`, or in a task's own words with nothing else said. An ID whose
 * prefix no task of the document has is none.
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
    readBeginning(text, index, asker) ??
    readNamed(text, index) ??
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
  const [whole, prefix = "", numbers = ""] = match;
  const stem = { prefix: prefix.toUpperCase(), numbers: numbers.split(".").map(Number) };
  const refs = listUnder(stem, index, asker);
  const found: Referent =
    refs.length === 0
      ? { kind: "unresolved", why: `no other task has an ID ${whole}` }
      : { kind: "tasks", refs, isSet: true };
  return { found: [found], length: whole.length };
}

type Stem = Pick<TaskKey, "prefix" | "numbers">;

function listUnder(stem: Stem, index: ReferenceIndex, { task }: Asker): readonly string[] {
  const isOwn = task?.key !== undefined && isUnder(task.key, stem);
  return listUnderKey(index.byNumber, stem)
    .filter(({ order }) => !isOwn || order < task.order)
    .map(({ ref }) => ref);
}

function isUnder(key: TaskKey, { prefix, numbers }: Stem): boolean {
  if (key.prefix !== prefix || key.numbers.length <= numbers.length) return false;
  return numbers.every((number, place) => key.numbers[place] === number);
}

/** `T01*`: the tasks whose IDs begin so. */
function readBeginning(
  text: string,
  index: ReferenceIndex,
  { task }: Asker,
): TaskReference | undefined {
  const [whole = "", begin = ""] = beginning.exec(text) ?? [];
  if (whole === "") return undefined;
  const all = listBeginning(index.ownIds, begin.toUpperCase()).flatMap(
    (ownId) => index.byOwnId.get(ownId) ?? [],
  );
  const isOwn = all.some(({ ref }) => ref === task?.ref);
  const refs = all
    .filter(({ order }) => !isOwn || order < (task?.order ?? 0))
    .toSorted((a, b) => a.order - b.order)
    .map(({ ref }) => ref);
  const found: Referent =
    refs.length === 0
      ? { kind: "unresolved", why: `no other task has an ID that begins with ${begin}` }
      : { kind: "tasks", refs, isSet: true };
  return { found: [found], length: whole.length };
}

/** Those of some sorted IDs that begin with some text. */
function listBeginning(ownIds: readonly string[], begin: string): readonly string[] {
  let [low, high] = [0, ownIds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ownIds[middle] ?? "") < begin) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (ownIds[end]?.startsWith(begin)) end += 1;
  return ownIds.slice(low, end);
}

/** IDs that would be read as something else: `T-003-014` is no range where a task is called so. */
function readNamed(text: string, index: ReferenceIndex): TaskReference | undefined {
  const match = compound.exec(text) ?? lettered.exec(text);
  const tasks = index.byOwnId.get(match?.[1]?.toUpperCase() ?? "") ?? [];
  const [task] = tasks;
  if (match !== null && index.hasPairIds && pair.test(match[1] ?? "") && tasks.length === 0) {
    const why = `no task has the ID ${match[1]}`;
    return { found: [{ kind: "unresolved", why }], length: match[0].length };
  }
  if (match === null || task === undefined || tasks.length > 1) return undefined;
  return { found: [{ kind: "tasks", refs: [task.ref], isSet: false }], length: match[0].length };
}

function readRange(text: string, index: ReferenceIndex, asker: Asker): TaskReference | undefined {
  const match = range.exec(text);
  if (match === null) return undefined;
  const [whole, before = "", first = "", ...rights] = match;
  if (isIdleNumber(first, before, text.slice(whole.length), index, asker)) return undefined;
  if (isForeign(parseTaskKey(first), index)) return undefined;
  const last = rights.find((right) => right !== undefined) ?? "";
  const found = resolveRange(first, last, index, asker);
  return found === undefined ? undefined : { found, length: whole.length };
}

function readSingle(text: string, index: ReferenceIndex, asker: Asker): TaskReference | undefined {
  const match = single.exec(text);
  if (match === null) return undefined;
  const [whole, before = "", id = ""] = match;
  if (isIdleNumber(id, before, text.slice(whole.length), index, asker)) return undefined;
  const key = parseTaskKey(id);
  if (key === undefined || isForeign(key, index)) return undefined;
  const found = findTask(key, id, index, asker);
  if ("task" in found) {
    const referent: Referent = { kind: "tasks", refs: [found.task.ref], isSet: false };
    return { found: [referent], length: whole.length };
  }
  const under = index.byKey.has(renderTaskKey(key)) ? [] : listUnder(key, index, asker);
  const referent: Referent =
    under.length > 0
      ? { kind: "tasks", refs: under, isSet: true }
      : { kind: "unresolved", why: found.why };
  return { found: [referent], length: whole.length };
}

/** A prefix that is no task's of this document; `T` is always one that a task could have. */
function isForeign(key: TaskKey | undefined, { prefixes }: ReferenceIndex): boolean {
  return key !== undefined && !/^T?$/.test(key.prefix) && !prefixes.has(key.prefix);
}

/**
 * A bare number is a reference after a word for tasks, or where nothing else is said and a task speaks or
 * tasks are called by bare numbers.
 */
function isIdleNumber(
  id: string,
  before: string,
  rest: string,
  { prefixes }: ReferenceIndex,
  { task }: Asker,
): boolean {
  if (!/^\d+[a-z]?$/.test(id) || /[^\s#]/.test(before)) return false;
  return (task === undefined && !prefixes.has("")) || !/^\s*(?:$|[:—–-])/.test(rest);
}
