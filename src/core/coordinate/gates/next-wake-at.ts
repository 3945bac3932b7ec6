import type { ObservedGate } from "../../model/observed-lane.ts";
import type { GateVerdict } from "./gate-verdict.ts";

/** GitHub turns a run that stays incomplete for 14 days stale; a new one is made a day before. */
export const refreshAfterMs = 13 * 24 * 3_600_000;

/** How long GitHub is given to show what was sent, before it is looked at again. */
export const recheckMs = 30_000;

/** What a pass ended with. */
export interface PassEnd {
  /** The verdicts that count, by head commit. */
  readonly wanted: ReadonlyMap<string, readonly GateVerdict[]>;
  /** Whether holds are on their way out. */
  readonly isRevoking: boolean;
  /** When tasks that are landing count as landing no longer, epoch milliseconds. */
  readonly landings: readonly number[];
  readonly gates: ReadonlyMap<string, ObservedGate>;
  /** Database time, epoch milliseconds. */
  readonly now: number;
}

/**
 * When to look again though nothing is heard: at once if a gate waits only for holds given in this
 * pass to be stored; soon while gates are being taken back; else before GitHub calls a waiting
 * gate stale, or when a task has been landing for too long. Epoch milliseconds, `undefined` for never.
 */
export function nextWakeAt({
  wanted,
  isRevoking,
  landings,
  gates,
  now,
}: PassEnd): number | undefined {
  const verdicts = [...wanted].flatMap(([sha, all]) => all.map((one) => ({ sha, ...one })));
  if (verdicts.some(({ awaits }) => awaits === "grant")) return now;
  if (isRevoking || verdicts.some(({ awaits }) => awaits === "fall")) return now + recheckMs;
  const refreshes = verdicts
    .filter(({ verdict }) => verdict === "queued")
    .map(({ sha }) => gates.get(sha)?.startedAt ?? now)
    .map((startedAt) => (now - startedAt >= refreshAfterMs ? now : startedAt) + refreshAfterMs);
  const times = [...refreshes, ...landings];
  return times.length === 0 ? undefined : Math.min(...times);
}
