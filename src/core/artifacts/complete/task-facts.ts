import type { TaskHints } from "../../model/config.ts";
import type { TaskId } from "../../model/ids.ts";
import type { Feature, Task, TaskCode, TaskInterfaces, WorkKind } from "../../model/plan.ts";
import type { Preset } from "../../model/preset.ts";
import type { HoursEstimate } from "../../model/schedule.ts";

/** What the plan knows of a task besides its text. */
export interface TaskFacts {
  readonly kind: WorkKind;
  /** The hours that the forecast counts with. */
  readonly hours: HoursEstimate;
  /** Tasks that wait for it: where its own work ends. */
  readonly next: readonly Task[];
  /** Tasks that must not run beside it. */
  readonly rivals: readonly TaskId[];
  /** Other tasks that name one of its files. */
  readonly fileRivals: readonly TaskId[];
  /** Tasks that become ready with it and can run beside it. */
  readonly parallel: readonly TaskId[];
  /** Share of the simulated runs in which the end of the plan hung on it. */
  readonly criticality: number | undefined;
  readonly featurePriority: Feature["priority"];
  /** What settings say of its run. */
  readonly hints: TaskHints | undefined;
  readonly code: TaskCode | undefined;
  readonly interfaces: TaskInterfaces | undefined;
  readonly preset: Preset | undefined;
}
