import type { LaneEvent } from "../../src/core/model/event.ts";

let deliveries = 0;

/** An event of octo/shop with a delivery of its own. */
export function aLaneEvent(parts: Partial<LaneEvent> = {}): LaneEvent {
  deliveries += 1;
  return {
    delivery: `delivery-${deliveries}`,
    lane: "octo/shop",
    installationId: 7,
    name: "issues.closed",
    ...parts,
  };
}
