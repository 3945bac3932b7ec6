import type { PlanId } from "../model/ids.ts";

/** The first line of the live comment of a plan; by it our comment is found again. */
export function liveMarker(planId: PlanId): string {
  return `<!-- keysteps:live ${planId} -->`;
}
