import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until something real (a server, a process) has come so far.
 *
 * @throws if it has not within two minutes.
 */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + 120_000;
  while (!(await isSo())) {
    if (Date.now() > endsAt) throw new Error(`it never came to this: ${what}`);
    await sleep(20);
  }
}
