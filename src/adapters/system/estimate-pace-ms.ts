import type { TimedWrite } from "./next-write-at.ts";
import { planPaceMs } from "./plan-pace-ms.ts";

/**
 * How long GitHub's secondary limits make writes take: milliseconds from the first to the last,
 * each sent as early as may be; 0 for none or one.
 *
 * @param kinds The writes in their order.
 */
export function estimatePaceMs(kinds: Iterable<TimedWrite["kind"]>): number {
  return planPaceMs(kinds).at(-1) ?? 0;
}
