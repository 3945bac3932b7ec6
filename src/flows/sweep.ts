import { KeystepsError } from "../core/errors.ts";
import type { ListInstalled } from "./lane-ports.ts";
import type { Store } from "./store-port.ts";

/** What a sweep came to. */
export interface Swept {
  /** How many lanes will be looked at. */
  readonly lanes: number;
  /** Lanes that the App has no access to any more; nobody looks at them until it is heard of them again. */
  readonly retired: readonly string[];
  /** Why GitHub could not be asked where the App is installed; only known lanes were swept then. */
  readonly fault: string | undefined;
}

/**
 * Gives every repository that the App is installed in a pass, since webhooks get lost, and so does
 * a store: what GitHub lists counts, not what was heard of. One sweep in an interval counts:
 * replicas that sweep at the same time name it alike, and a name is taken once.
 *
 * @param now Epoch milliseconds.
 */
export async function sweep(
  store: Pick<Store, "listLanes" | "accept" | "retire">,
  listInstalled: ListInstalled,
  now: number,
  intervalMs: number,
): Promise<Swept> {
  const turn = Math.floor(now / intervalMs);
  const known = await store.listLanes(); // before GitHub is asked: who comes later is not gone
  const { installed, fault } = await tryToList(listInstalled);
  const here = new Set(installed?.map(({ lane }) => lane) ?? known.map(({ lane }) => lane));
  const retired = known.map(({ lane }) => lane).filter((lane) => !here.has(lane));
  await store.retire(retired);
  let lanes = 0;
  for (const { lane, installationId } of installed ?? known) {
    const delivery = `sweep ${lane} ${turn}`;
    if (await store.accept({ delivery, lane, installationId, name: "sweep" })) lanes++;
  }
  return { lanes, retired, fault };
}

async function tryToList(listInstalled: ListInstalled) {
  try {
    return { installed: await listInstalled(), fault: undefined };
  } catch (error) {
    if (!(error instanceof KeystepsError)) throw error;
    return { installed: undefined, fault: error.message };
  }
}
