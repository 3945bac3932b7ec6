import { longestWindowMs, nextWriteAt, type TimedWrite } from "./next-write-at.ts";

/**
 * How long GitHub's secondary limits make writes take: milliseconds from the first to the last,
 * each sent as early as may be; 0 for none or one.
 *
 * @param kinds The writes in their order.
 */
export function estimatePaceMs(kinds: Iterable<TimedWrite["kind"]>): number {
  let history: readonly TimedWrite[] = [];
  let now = 0;
  for (const kind of kinds) {
    now = nextWriteAt(history, kind, now);
    const oldest = now - longestWindowMs;
    history = [...history.filter(({ at }) => at > oldest), { at: now, kind }];
  }
  return now;
}
