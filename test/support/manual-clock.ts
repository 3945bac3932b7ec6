import type { Clock } from "../../src/adapters/system/clock.ts";

/** A clock that a test moves: who sleeps wakes when it has come so far. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
}

/** Starts at the given time, epoch milliseconds. */
export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.add({ until: now + ms, wake });
      }),
    advance(ms) {
      now += ms;
      for (const sleeper of [...sleepers]) {
        if (sleeper.until > now) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}
