import { compareTaskKeys, type TaskKey } from "../items/task-key.ts";
import type { KeyedTask, KeyOrder, TaskEntry } from "./reference-index.ts";

/** Sorts tasks by their IDs; one that is called by a range (`Task 3-5`) by its first number. */
export function sortByKey(tasks: readonly TaskEntry[]): KeyOrder {
  const order = new Map<string, KeyedTask[]>();
  for (const task of tasks) {
    const key = task.key ?? (task.ownId === undefined ? undefined : task.aliases[0]);
    if (key === undefined) continue;
    const others = order.get(key.prefix);
    if (others === undefined) order.set(key.prefix, [{ key, task }]);
    else others.push({ key, task });
  }
  for (const list of order.values()) list.sort((a, b) => compareTaskKeys(a.key, b.key));
  return order;
}

/**
 * Lists the tasks from one key up to another, and those numbered under the upper one (`4.1` under `4`),
 * in document order; takes time for what it looks at only.
 */
export function listBetween(order: KeyOrder, low: TaskKey, high: TaskKey): readonly TaskEntry[] {
  const list = order.get(low.prefix) ?? [];
  const found: TaskEntry[] = [];
  for (let at = findFirst(list, low); at < list.length; at += 1) {
    const { key, task } = list[at] as KeyedTask;
    const isUnder = isUnderKey(key, high.numbers);
    if (isUnder || compareTaskKeys(key, high) <= 0) found.push(task);
    else if (!startsWith(key, high.numbers)) break;
  }
  return found.sort((a, b) => a.order - b.order);
}

/** Lists the tasks numbered under some numbers (`2.1` and `2.1.3` under 2), in document order. */
export function listUnderKey(
  order: KeyOrder,
  { prefix, numbers }: Pick<TaskKey, "prefix" | "numbers">,
): readonly TaskEntry[] {
  const list = order.get(prefix) ?? [];
  const found: TaskEntry[] = [];
  const first = findFirst(list, { prefix, numbers, suffix: "" });
  for (let at = first; at < list.length; at += 1) {
    const { key, task } = list[at] as KeyedTask;
    if (!startsWith(key, numbers)) break;
    if (task.key === key && isUnderKey(key, numbers)) found.push(task);
  }
  return found.sort((a, b) => a.order - b.order);
}

/** Place of the first that is not before a key. */
function findFirst(list: readonly KeyedTask[], key: TaskKey): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle]?.key;
    if (other !== undefined && compareTaskKeys(other, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startsWith(key: TaskKey, numbers: readonly number[]): boolean {
  return numbers.every((number, place) => key.numbers[place] === number);
}

function isUnderKey(key: TaskKey, numbers: readonly number[]): boolean {
  return key.numbers.length > numbers.length && startsWith(key, numbers);
}
