import type { Pace } from "../../flows/ports.ts";
import type { Clock } from "./clock.ts";
import { longestWindowMs, nextWriteAt, type TimedWrite } from "./next-write-at.ts";

/**
 * Waits before each write as long as github.com's secondary limits ask for.
 *
 * One pace is for one token: what others write meanwhile is not known to it. Writes that wait at
 * the same time are let through one after the other.
 */
export function githubPace(clock: Clock): Pace {
  let history: readonly TimedWrite[] = [];
  return { beforeWrite };

  async function beforeWrite(kind: TimedWrite["kind"]): Promise<void> {
    const now = clock.now();
    const at = nextWriteAt(history, kind, now);
    history = [...history.filter((write) => write.at > now - longestWindowMs), { at, kind }];
    if (at > now) await clock.sleep(at - now);
  }
}
