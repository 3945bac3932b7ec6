import type { Grant } from "../../src/core/model/decision.ts";
import type { PlanId, ResourceId, TaskId } from "../../src/core/model/ids.ts";

/** Unit 0 of octo/shop's migrations for its task P1.T001. */
export function aGrant(parts: Partial<Grant> = {}): Grant {
  return {
    scope: "repo:octo/shop",
    resource: "database_migrations" as ResourceId,
    unit: 0,
    holder: {
      repository: "octo/shop",
      planId: "PLAN-1a2b3c4d" as PlanId,
      taskId: "P1.T001" as TaskId,
    },
    grantedAt: 1_000_000,
    ...parts,
  };
}
