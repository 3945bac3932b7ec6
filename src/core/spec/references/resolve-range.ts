import { toKnownPrefix } from "../items/find-task.ts";
import { compareTaskKeys, parseTaskKey, renderTaskKey, type TaskKey } from "../items/task-key.ts";
import { listBetween } from "./key-order.ts";
import type { Asker, ReferenceIndex, Referent, TaskEntry } from "./reference-index.ts";

/**
 * Gives the tasks that exist between two IDs by number, in document order and without who asks. The
 * right end may leave out what it shares with the left (`T001-004`, `1.1-8`). An end that does not
 * exist is unresolved beside them, and who asks from within such a range waits for the earlier ones only.
 * Of IDs that several phases give anew, those of the asker's count.
 *
 * @returns `undefined` if one of the two is no ID.
 */
export function resolveRange(
  left: string,
  right: string,
  index: ReferenceIndex,
  asker: Asker,
): readonly Referent[] | undefined {
  const [leftKey, rightKey] = [parseTaskKey(left), parseTaskKey(right)];
  if (leftKey === undefined || rightKey === undefined) return undefined;
  const isAcross = rightKey.prefix !== "" && rightKey.prefix !== leftKey.prefix;
  const across = isAcross ? listAcross(leftKey, rightKey, index, asker) : undefined;
  if (across !== undefined) return across;
  const from = toKnownPrefix(leftKey, index);
  const to = completeKey(rightKey, from);
  const [low, high] = compareTaskKeys(from, to) <= 0 ? [from, to] : [to, from];
  const between = listBetween(index.byNumber, low, high);
  const missing = [from, to].filter(
    (key) => !index.byKey.has(renderTaskKey(key)) && !index.byAlias.has(renderTaskKey(key)),
  );
  const isWithin = between.some(({ ref }) => ref === asker.task?.ref);
  const last = missing.length > 0 && isWithin ? (asker.task?.order ?? 0) : Number.POSITIVE_INFINITY;
  const refs = preferOwn(between, index, asker)
    .filter(({ ref, order }) => ref !== asker.task?.ref && order < last)
    .map(({ ref }) => ref);
  const ids = [...new Set(missing.map(writeKey))].join(" or ");
  const ends: readonly Referent[] =
    ids === "" ? [] : [{ kind: "unresolved", why: `no task has the ID ${ids}` }];
  if (refs.length > 0) return [{ kind: "tasks", refs, isSet: true }, ...ends];
  return ends.length > 0 ? ends : [{ kind: "unresolved", why: "no other task is in the range" }];
}

/** `A1–B2`: the tasks of both numberings from the one to the other, in document order. */
function listAcross(
  left: TaskKey,
  right: TaskKey,
  index: ReferenceIndex,
  { task: asking }: Asker,
): readonly Referent[] | undefined {
  const [first, last] = [left, right].map((key) => index.byKey.get(renderTaskKey(key)) ?? []);
  if (first?.length !== 1 || last?.length !== 1) return undefined;
  const orders = [...first, ...last].map(({ order }) => order);
  const refs = index.tasks
    .slice(Math.min(...orders), Math.max(...orders) + 1)
    .flatMap(({ ref }) => (ref === asking?.ref ? [] : [ref]));
  return [{ kind: "tasks", refs, isSet: true }];
}

/** The right end with the numbers and the prefix that it leaves out. */
function completeKey(right: TaskKey, left: TaskKey): TaskKey {
  const missing = Math.max(0, left.numbers.length - right.numbers.length);
  const numbers = [...left.numbers.slice(0, missing), ...right.numbers];
  return { prefix: left.prefix, numbers, suffix: right.suffix };
}

function preferOwn(
  tasks: readonly TaskEntry[],
  index: ReferenceIndex,
  { task: asking }: Asker,
): readonly TaskEntry[] {
  const isShared = tasks.some(
    ({ key }) => key !== undefined && (index.byKey.get(renderTaskKey(key))?.length ?? 0) > 1,
  );
  const own = tasks.filter(({ groupId }) => groupId === asking?.groupId);
  return isShared && own.length > 0 ? own : tasks;
}

function writeKey({ prefix, numbers, suffix }: TaskKey): string {
  return `${prefix}${numbers.join(".")}${suffix}`;
}
