import type { Pace } from "../../flows/ports.ts";
import type { Clock } from "./clock.ts";
import { longestWindowMs, nextWriteAt, type TimedWrite } from "./next-write-at.ts";

/** A run that waits longer than that on refusals in all had better stop and be run again. */
const defaultPatienceMs = 1_800_000;

/**
 * Waits before each write as long as github.com's secondary limits ask for, and after a refusal as
 * long as the refusal says, twice as long each time one follows another.
 *
 * One pace is for one token: what others write meanwhile is not known to it. Writes that wait at
 * the same time are let through one after the other.
 *
 * @param patienceMs The most it waits on refusals from first to last.
 */
export function githubPace(clock: Clock, patienceMs = defaultPatienceMs): Pace {
  let history: readonly TimedWrite[] = [];
  let patience = patienceMs;
  let refusals = 0;
  return { beforeWrite, afterRefusal };

  async function beforeWrite(kind: TimedWrite["kind"], requests = 1): Promise<void> {
    refusals = 0;
    const now = clock.now();
    let known = history.filter((write) => write.at > now - longestWindowMs);
    let at = now;
    for (let request = 0; request < requests; request++) {
      at = nextWriteAt(known, kind, now);
      known = [...known, { at, kind }];
    }
    const sent = Array.from({ length: requests }, () => ({ at, kind })); // all at once, after the wait
    history = [...known.slice(0, known.length - requests), ...sent];
    if (at > now) await clock.sleep(at - now);
  }

  async function afterRefusal(waitMs: number): Promise<boolean> {
    const stretchedMs = waitMs * 2 ** refusals++;
    if (stretchedMs > patience) return false;
    patience -= stretchedMs;
    await clock.sleep(stretchedMs);
    return true;
  }
}
