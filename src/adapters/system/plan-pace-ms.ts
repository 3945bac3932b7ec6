import { longestWindowMs, nextWriteAt, type TimedWrite } from "./next-write-at.ts";

/**
 * When GitHub's secondary limits let writes be sent at the earliest: milliseconds from the first, one a
 * write, in their order.
 *
 * @param kinds The writes in their order.
 */
export function planPaceMs(kinds: Iterable<TimedWrite["kind"]>): readonly number[] {
  let history: readonly TimedWrite[] = [];
  const due: number[] = [];
  for (const kind of kinds) {
    const at = nextWriteAt(history, kind, due.at(-1) ?? 0);
    const oldest = at - longestWindowMs;
    history = [...history.filter((write) => write.at > oldest), { at, kind }];
    due.push(at);
  }
  return due;
}
