import type { TaskId } from "../model/ids.ts";
import type { PlanRecord } from "../model/record.ts";
import type { SpecTask } from "../model/spec.ts";

/** Own IDs of more digits than this are dates or ticket numbers; they get a free number. */
const maxDigits = 6;

/**
 * Gives every task its ID: a task known from the last apply keeps it, another
 * gets the digits of its own ID where no other task of the plan, past or
 * present, has them, and else a number above all given so far, in document order.
 *
 * @param kept IDs of tasks known from the last apply, by `SpecTask.ref`.
 * @returns Task ID by `SpecTask.ref`, in document order.
 */
export function mintTaskIds(
  tasks: readonly SpecTask[],
  kept: ReadonlyMap<string, TaskId>,
  record: PlanRecord | undefined,
): ReadonlyMap<string, TaskId> {
  const numbers = new Map<string, string>();
  const taken = new Set(record?.tasks.map(({ id }) => readNumber(id)));
  const fresh = tasks.filter((task) => !kept.has(task.ref));
  for (const task of fresh) {
    const number = task.ownId === undefined ? undefined : toNumber(task.ownId);
    if (number === undefined || taken.has(number)) continue;
    taken.add(number);
    numbers.set(task.ref, number);
  }
  let highest = [...taken].reduce((most, number) => Math.max(most, Number.parseInt(number, 10)), 0);
  return new Map(tasks.map((task) => [task.ref, kept.get(task.ref) ?? mint(task)]));

  function mint(task: SpecTask): TaskId {
    const number = numbers.get(task.ref) ?? toThreeDigits(++highest);
    return `P${task.phase ?? 0}.T${number}` as TaskId;
  }
}

/**
 * The digits of an own ID, with its letter: `T031` → `031`, `2.1` → `201`,
 * `10.2` → `1002`, `T105a` → `105a`. Parts after the first take two digits.
 */
function toNumber(ownId: string): string | undefined {
  const [, digits = "", letter = ""] = /(\d+(?:[.\-_]\d+)*)([a-z]?)$/i.exec(ownId) ?? [];
  const [first = "", ...rest] = digits.split(/[.\-_]/).map((part) => part.replace(/^0+(?=\d)/, ""));
  const joined = first + rest.map((part) => part.padStart(2, "0")).join("");
  if (joined === "" || joined.length > maxDigits) return undefined;
  return toThreeDigits(Number(joined)) + letter.toLowerCase();
}

function toThreeDigits(number: number): string {
  return String(number).padStart(3, "0");
}

function readNumber(id: TaskId): string {
  return id.slice(id.indexOf(".T") + 2);
}
