import type { GatePass, Hold } from "../../src/core/model/hold.ts";
import type { PlanId, ResourceId, TaskId } from "../../src/core/model/ids.ts";

/** A hold in force that a task of octo/shop has on a resource; no gate has passed on it. */
export function aHold(task: string, resource: string, parts: Partial<Hold> = {}): Hold {
  return {
    id: `${task} on ${resource}`,
    scope: "repo:octo/shop",
    resource: resource as ResourceId,
    unit: 0,
    holder: {
      repository: "octo/shop",
      planId: "PLAN-1a2b3c4d" as PlanId,
      taskId: task as TaskId,
    },
    state: "held",
    passes: [],
    grantedAt: 3000,
    ...parts,
  };
}

/** The pass of a pull request's head, as `aPull` names it. */
export function aPass(pullNumber: number, headSha = `sha-${pullNumber}`): GatePass {
  return { pullNumber, headSha };
}
