import type { Resource } from "./config.ts";
import type { PlanId, ResourceId, TaskId } from "./ids.ts";
import type { IssueRef } from "./record.ts";
import type { RunLimit } from "./schedule.ts";

/** A task as the coordinator sees it: what it waits for and what it takes turns on. */
export interface CoordinatedTask {
  readonly id: TaskId;
  readonly ownId: string | undefined;
  readonly title: string;
  /** `undefined` for a task that was done before it was tracked: it is satisfied. */
  readonly issue: IssueRef | undefined;
  /** Likely hours of work, from 0; `undefined` in plans of other makers that say none. */
  readonly hours: number | undefined;
  readonly needs: readonly { readonly resource: ResourceId; readonly units: number }[];
  /** Direct predecessors in the transitive reduction. */
  readonly predecessors: readonly TaskId[];
}

/** An applied plan, read from the branch `keysteps`. Tasks in document order. */
export interface CoordinatedPlan {
  readonly id: PlanId;
  readonly specPath: string;
  readonly title: string;
  readonly tasks: readonly CoordinatedTask[];
  readonly resources: readonly Resource[];
  /** All tasks, the one to start first where several could; empty in plans that keep no order. */
  readonly priority: readonly TaskId[];
  readonly maxConcurrentTasks: number;
  /** What tasks can run into beside resources and slots; none in plans that keep none. */
  readonly limits: readonly RunLimit[];
  readonly trackingIssue: IssueRef | undefined;
  /** Links that the last apply left in place: [blocking, blocked]. */
  readonly links: readonly (readonly [TaskId, TaskId])[];
}
