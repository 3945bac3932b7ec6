import { toKnownPrefix } from "../items/find-task.ts";
import { compareTaskKeys, parseTaskKey, renderTaskKey, type TaskKey } from "../items/task-key.ts";
import type { Asker, ReferenceIndex, Referent } from "./reference-index.ts";

/**
 * Gives the tasks that exist between two IDs by number, in document order and without who asks. The
 * right end may leave out what it shares with the left (`T001-004`, `1.1-8`). An end that does not
 * exist is unresolved beside them.
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
  const from = toKnownPrefix(leftKey, index);
  const to = completeKey(rightKey, from);
  const [low, high] = compareTaskKeys(from, to) <= 0 ? [from, to] : [to, from];
  const refs = index.tasks
    .filter(({ key }) => key?.prefix === from.prefix)
    .filter(({ key }) => key !== undefined && compareTaskKeys(low, key) <= 0)
    .filter(({ key }) => key !== undefined && compareTaskKeys(key, high) <= 0)
    .map((task) => task.ref)
    .filter((ref) => ref !== asker.task?.ref);
  const missing = [from, to].filter((key) => !index.byKey.has(renderTaskKey(key)));
  const ends = missing.map(
    (key): Referent => ({ kind: "unresolved", why: `no task has the ID ${writeKey(key)}` }),
  );
  if (refs.length > 0) return [{ kind: "tasks", refs, isSet: true }, ...ends];
  return ends.length > 0 ? ends : [{ kind: "unresolved", why: "no other task is in the range" }];
}

/** The right end with the numbers and the prefix that it leaves out. */
function completeKey(right: TaskKey, left: TaskKey): TaskKey {
  const missing = Math.max(0, left.numbers.length - right.numbers.length);
  const numbers = [...left.numbers.slice(0, missing), ...right.numbers];
  return { prefix: left.prefix, numbers, suffix: right.suffix };
}

function writeKey({ prefix, numbers, suffix }: TaskKey): string {
  return `${prefix}${numbers.join(".")}${suffix}`;
}
