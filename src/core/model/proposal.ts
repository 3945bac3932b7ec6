import type { Diagnostic } from "./diagnostic.ts";
import type { PatchSummary } from "./patch.ts";
import type { Plan } from "./plan.ts";
import type { Schedule } from "./schedule.ts";

/** A spec's plan beside what applying it would write, or did write. */
export interface PlanProposal {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly diagnostics: readonly Diagnostic[];
  /** No finding is an error. */
  readonly isOk: boolean;
  /** `undefined` where the plan is not ok: nothing would be written. */
  readonly summary: PatchSummary | undefined;
  /** Number of the plan's tracking issue, once there is one. */
  readonly trackingNumber: number | undefined;
}

/** A spec that was not applied, and why, in words. */
export interface UnappliedSpec {
  readonly specPath: string;
  readonly reason: string;
}
