import type { Task } from "../../model/plan.ts";
import type { HoursEstimate } from "../../model/schedule.ts";

/** What the plan knows of a task besides its text. */
export interface TaskFacts {
  /** The hours that the forecast counts with. */
  readonly hours: HoursEstimate;
  /** Tasks that wait for it: where its own work ends. */
  readonly next: readonly Task[];
}
