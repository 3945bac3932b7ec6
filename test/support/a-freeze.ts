import type { Freeze } from "../../src/core/model/hold.ts";
import type { ResourceId } from "../../src/core/model/ids.ts";

/** A resource of octo/shop that #9 has frozen. */
export function aFreeze(resource: string, parts: Partial<Freeze> = {}): Freeze {
  return {
    scope: "repo:octo/shop",
    resource: resource as ResourceId,
    repository: "octo/shop",
    pullNumber: 9,
    reason: "#9 was merged without holding it",
    since: 2000,
    ...parts,
  };
}
