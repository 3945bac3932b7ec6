import type { LaneEvent } from "../core/model/event.ts";
import type { Store } from "./store-port.ts";

/** What came of an event. */
export type Acceptance = "accepted" | "duplicate";

/**
 * Takes a webhook in: once this returns, the event is stored for good and GitHub may be told so. Nothing is looked at
 * or decided here; a delivery that came before changes nothing.
 *
 * @throws if the database does not answer: GitHub must then be told to deliver again.
 */
export async function acceptEvent(
  event: LaneEvent,
  store: Pick<Store, "accept">,
): Promise<Acceptance> {
  return (await store.accept(event)) ? "accepted" : "duplicate";
}
