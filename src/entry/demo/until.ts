import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 20;
const longestMs = 60_000;

/**
 * Waits until something is so on the rehearsal GitHub, which the App brings about in its own time.
 *
 * @throws {Error} after a minute, naming what was waited for.
 */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = performance.now() + longestMs;
  do {
    await sleep(pollMs); // also where it is so already: GitHub and the App run in this process
    if (performance.now() > end) throw new Error(`Waited a minute until ${what}, in vain`);
  } while (!isSo());
}
