import type { Asker, ReferenceIndex, TaskEntry } from "../references/reference-index.ts";
import { renderTaskKey, type TaskKey } from "./task-key.ts";

/** A task looked up by its key, or why there is none. */
export type FoundTask = { readonly task: TaskEntry } | { readonly why: string };

/**
 * Finds the one task with a key, or else the one that may be called so (its step, `4` of `Task 3-5`). Of several with the same ID the one in the
 * asker's own group counts.
 *
 * @param id The ID as written, for the reason.
 */
export function findTask(key: TaskKey, id: string, index: ReferenceIndex, asker: Asker): FoundTask {
  const tasks = index.byKey.get(renderTaskKey(toKnownPrefix(key, index))) ?? [];
  const isNear = ({ groupId }: TaskEntry) => groupId === asker.task?.groupId;
  const called = index.byAlias.get(renderTaskKey(key)) ?? [];
  const [whole, ...others] = called.length > 1 ? called.filter(isNear) : called;
  if (tasks.length === 0 && whole !== undefined && others.length === 0) return { task: whole };
  const near = tasks.filter(isNear);
  const [task] = tasks.length > 1 ? near : tasks;
  if (task !== undefined && (tasks.length === 1 || near.length === 1)) return { task };
  return tasks.length > 1
    ? { why: `${tasks.length} tasks have the ID ${id}` }
    : { why: `no task has the ID ${id}` };
}

/** Prefixes that say no more than "task". */
const idlePrefixes = ["", "T", "TASK"];

/**
 * The key under a prefix that the document's IDs have, where it only lacks one that says "task" or has one
 * too many, or where all IDs have the same; else the key itself.
 */
export function toKnownPrefix(key: TaskKey, { prefixes, byKey }: ReferenceIndex): TaskKey {
  if (!idlePrefixes.includes(key.prefix) || byKey.has(renderTaskKey(key))) return key;
  const known = idlePrefixes.filter((prefix) => prefixes.has(prefix));
  const isLoose = key.prefix === "" && prefixes.size === 1;
  const candidates = [...known, ...(isLoose ? prefixes : [])].map((prefix) => ({ ...key, prefix }));
  return candidates.find((other) => byKey.has(renderTaskKey(other))) ?? candidates[0] ?? key;
}
