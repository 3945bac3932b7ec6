import { parseTaskKey } from "./task-key.ts";

/** Says whether one ID is a step of another by its number, as `T031.2` is of `T031`. */
export function isStepOf(ownId: string, parentId: string): boolean {
  const own = parseTaskKey(ownId);
  const parent = parseTaskKey(parentId);
  if (own === undefined || parent === undefined || own.prefix !== parent.prefix) return false;
  if (own.numbers.length <= parent.numbers.length) return false;
  return parent.numbers.every((number, index) => own.numbers[index] === number);
}
