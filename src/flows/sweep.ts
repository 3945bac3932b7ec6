import type { Store } from "./store-port.ts";

/**
 * Gives every lane a pass, since webhooks get lost. One sweep in an interval counts: replicas that
 * sweep at the same time name it alike, and a name is taken once.
 *
 * @param now Epoch milliseconds.
 * @returns How many lanes will be looked at.
 */
export async function sweep(
  store: Pick<Store, "listLanes" | "accept">,
  now: number,
  intervalMs: number,
): Promise<number> {
  const turn = Math.floor(now / intervalMs);
  let count = 0;
  for (const { lane, installationId } of await store.listLanes()) {
    const delivery = `sweep ${lane} ${turn}`;
    if (await store.accept({ delivery, lane, installationId, name: "sweep" })) count++;
  }
  return count;
}
