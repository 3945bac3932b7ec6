import type { Severity } from "../../model/diagnostic.ts";
import type { Task } from "../../model/plan.ts";
import type { PlanDraft } from "../plan-draft.ts";

/** What makes a task hard to work on, though a plan can be made of it. */
export interface WorkRule {
  readonly code: string;
  readonly severity: Severity;
  /** For a plan, what is wrong with one of its tasks, such as `is estimated at 24 h`; `undefined` if nothing is. */
  readonly judge: (plan: PlanDraft) => (task: Task) => string | undefined;
  /** The same of several tasks at once, such as `are estimated above 16 h`. */
  readonly ofMany: string;
  /** What to do. */
  readonly mend: string;
}
