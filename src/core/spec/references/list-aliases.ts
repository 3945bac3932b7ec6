import { parseTaskKey, type TaskKey } from "../items/task-key.ts";

const range = /^(\d+)[-–](\d+)$/;
/** A longer range is no combined task. */
const mostNumbers = 100;

/**
 * Lists what text may call a task by besides its own ID: the IDs of its steps, each number of a combined
 * task (`Task 3-5: …`), its number in a list where it has no ID, and the last part of an ID that is a path (`w11/m2/t009`).
 */
export function listAliases(
  ownId: string | undefined,
  stepIds: readonly (string | undefined)[],
): readonly TaskKey[] {
  const numbers = listNumbers(ownId ?? "");
  const listed = /^\d{1,3}$/.test(ownId ?? "") ? [ownId] : [];
  const last = ownId?.includes("/") ? [ownId.split("/").at(-1)] : [];
  return [...listed, ...stepIds, ...numbers, ...last].flatMap((id) => parseTaskKey(id ?? "") ?? []);
}

function listNumbers(ownId: string): readonly string[] {
  const [, first, last] = (range.exec(ownId) ?? []).map(Number);
  if (first === undefined || last === undefined) return [];
  const length = Math.max(0, last - first + 1);
  return length > mostNumbers ? [] : Array.from({ length }, (_, step) => String(first + step));
}
