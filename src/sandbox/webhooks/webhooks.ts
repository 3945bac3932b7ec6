import type { Delivery } from "../state/delivery.ts";

/**
 * What becomes of a delivery: sent; sent twice under one GUID; lost, so that GitHub itself knows nothing of
 * it; failed, so that GitHub lists it and can send it again; or held until it is released.
 */
export type Fate = "send" | "double" | "drop" | "fail" | "hold";

/** The webhooks of a sandbox, with knobs. */
export interface Webhooks {
  /** Every delivery there was, in order; a redelivery is another one with the same GUID. */
  readonly deliveries: readonly Delivery[];
  /** Decides what becomes of each delivery from now on; without a function all are sent. */
  decide(fate?: (delivery: Delivery) => Fate): void;
  /** Sends what is held, in the order that is given back (by default as it came); what is left out stays held. */
  release(order?: (held: readonly Delivery[]) => readonly Delivery[]): void;
  /** Resolves when nothing waits and nothing is under way; what is held does not count. */
  settled(): Promise<void>;
}
