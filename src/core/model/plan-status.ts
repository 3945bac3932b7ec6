import type { PlanId, TaskId } from "./ids.ts";

/**
 * How far a task is, as GitHub shows it: `closed` = closed without being done (not planned, duplicate),
 * `missing` = its issue is gone, or it has none yet.
 */
export type TaskProgress = "done" | "in-progress" | "ready" | "blocked" | "closed" | "missing";

/** One task of a plan and where it stands. */
export interface TaskStatus {
  readonly id: TaskId;
  readonly ownId: string | undefined;
  readonly title: string;
  readonly progress: TaskProgress;
  readonly issue: number | undefined;
  /** Who is on it. */
  readonly assignees: readonly string[];
  /** Numbers of the pull requests that close it. */
  readonly pulls: readonly number[];
  /** Predecessors that are not done. */
  readonly waitsFor: readonly TaskId[];
}

/** What a repository's plan is, how far it is, and where GitHub and the spec differ. */
export interface PlanStatus {
  readonly planId: PlanId;
  readonly specPath: string;
  readonly title: string;
  readonly trackingIssue: number | undefined;
  readonly lastApply: {
    /** The commit whose spec changed something last; unknown for one from a work tree without git. */
    readonly commit: string | undefined;
    /** When it was kept, epoch milliseconds. */
    readonly at: number | undefined;
  };
  readonly counts: Readonly<Record<TaskProgress, number>>;
  readonly tasks: readonly TaskStatus[];
  /** The writes that would bring GitHub to the spec of the default branch, one line each; `null` where that is not known. */
  readonly drift: readonly string[] | null;
  /** What people should look at, and why drift is not known. */
  readonly notes: readonly string[];
}
