import type { PlanId, ResourceId, TaskId } from "./ids.ts";

/** How far a resource reaches: `plan:owner/name/PLAN-1a2b3c4d`, `repo:owner/name` or `org:owner`. */
export type HoldScope = string;

/** The task that holds or wants a unit. */
export interface Holder {
  /** Lane of the task's repository. */
  readonly repository: string;
  readonly planId: PlanId;
  readonly taskId: TaskId;
}

/** A head commit whose gate was let through on the strength of a hold. */
export interface GatePass {
  readonly pullNumber: number;
  readonly headSha: string;
}

/**
 * The durable right of one task to one unit of a resource.
 *
 * `held`: in force. `revoking`: on its way out; gates that passed on it are being taken back.
 * `revoked`: they have been; the next pass reads that nothing merged meanwhile, then releases.
 */
export interface Hold {
  readonly id: string;
  readonly scope: HoldScope;
  readonly resource: ResourceId;
  /** From 0; below the resource's capacity. */
  readonly unit: number;
  readonly holder: Holder;
  readonly state: "held" | "revoking" | "revoked";
  /** Every gate that passed on this hold, oldest first. */
  readonly passes: readonly GatePass[];
  /** Database time, epoch milliseconds. */
  readonly grantedAt: number;
}

/** Why a resource gives out no more units until a person unlocks it. */
export interface Freeze {
  readonly scope: HoldScope;
  readonly resource: ResourceId;
  readonly repository: string;
  /** The pull request that was merged without the hold. */
  readonly pullNumber: number;
  readonly reason: string;
  readonly since: number;
}
