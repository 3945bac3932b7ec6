import type { ResourceId } from "../model/ids.ts";

/** Units of a resource that something takes. */
export interface UnitNeed {
  readonly resource: ResourceId;
  /** Whole units, at least 1. */
  readonly units: number;
}

/** The first need that the free units do not cover; `undefined` if all fit. A resource not listed has no limit. */
export function findShortage(
  needs: readonly UnitNeed[],
  free: ReadonlyMap<ResourceId, number>,
): ResourceId | undefined {
  return needs.find(({ resource, units }) => units > (free.get(resource) ?? units))?.resource;
}
