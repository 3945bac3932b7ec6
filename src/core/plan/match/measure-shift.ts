/**
 * By how much an own ID was renumbered: `T012` from `T010` is 2, `3.4` from `3.4` is 0; `undefined` where
 * one is missing or they differ in more than their last number.
 */
export function measureShift(now: string | undefined, was: string | undefined): number | undefined {
  const [after, before] = [cut(now), cut(was)];
  if (after === undefined || before === undefined || after.stem !== before.stem) return undefined;
  return after.number - before.number;
}

function cut(ownId: string | undefined): { stem: string; number: number } | undefined {
  const [, head = "", digits, tail = ""] = /^(.*?)(\d{1,9})(\D*)$/.exec(ownId ?? "") ?? [];
  return digits === undefined ? undefined : { stem: `${head} ${tail}`, number: Number(digits) };
}
