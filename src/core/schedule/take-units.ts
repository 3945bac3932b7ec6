import type { ResourceId } from "../model/ids.ts";
import type { UnitNeed } from "./find-shortage.ts";

/** Takes what is needed from the free units, in place; a resource not listed has no limit. */
export function takeUnits(needs: readonly UnitNeed[], free: Map<ResourceId, number>): void {
  for (const { resource, units } of needs) {
    const left = free.get(resource);
    if (left !== undefined) free.set(resource, left - units);
  }
}
