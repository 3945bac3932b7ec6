import type { CoordinatedPlan, CoordinatedTask } from "../../model/coordinated-plan.ts";
import type { Hold, Holder, HoldScope } from "../../model/hold.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { ObservedPull, ObservedWork } from "../../model/observed-lane.ts";

/** A resource where it counts: scope and name together are one thing to take turns on. */
export interface ScopedResource {
  readonly scope: HoldScope;
  readonly resource: ResourceId;
  readonly capacity: number;
}

/** Units of it that are needed. */
export interface ScopedNeed extends ScopedResource {
  readonly units: number;
}

/** What a task takes of a limit of its plan while it is worked on: of a machine, of people, of tasks kept apart. */
export interface LimitNeed {
  readonly limit: ResourceId;
  /** Units in all. */
  readonly capacity: number;
  /** At least 1. */
  readonly units: number;
}

/** A resource that a pull request touches, by one of the paths. */
export interface TouchedResource extends ScopedResource {
  readonly path: string;
}

/** Something unfinished that a task waits for. */
export interface Blocker {
  /** Issue number; `undefined` if the issue is gone, or stands in another repository. */
  readonly number: number | undefined;
  /** For people: `#12`, or a task's name where there is no issue. */
  readonly name: string;
}

/** What GitHub and plan say of one task. */
export interface TaskFacts {
  /** Plan and task ID: unique in the lane. */
  readonly key: string;
  readonly plan: CoordinatedPlan;
  readonly task: CoordinatedTask;
  readonly holder: Holder;
  /** `undefined` if the issue is gone, or never was. */
  readonly issue: ObservedWork | undefined;
  /** `shelved`: closed, but not as completed. */
  readonly standing: "open" | "completed" | "shelved" | "gone";
  /**
   * A pull request that closes it was merged, and GitHub is given until then to close the issue,
   * epoch milliseconds; `undefined` if none was, or the time is over.
   */
  readonly landingUntil: number | undefined;
  readonly blockers: readonly Blocker[];
  /** Open pull requests that name it. */
  readonly pulls: readonly ObservedPull[];
  /** What it needs by the plan, sorted by scope and name. */
  readonly planned: readonly ScopedNeed[];
  /** What it can run into beside these and the slots of its plan. */
  readonly limits: readonly LimitNeed[];
  /** Its unreleased holds. */
  readonly holds: readonly Hold[];
  /** Hours on the longest path from here to the plan's end, or from a task that goes after it. */
  readonly weight: number;
  /** Place in its plan's priority; 0 for all tasks of a plan without. */
  readonly rank: number;
  /** Whole days since it was free to start, counted from when the lane was first heard of at the earliest. */
  readonly daysWaited: number;
  /** When the last of its predecessors was closed, epoch milliseconds; 0 if it has none. */
  readonly readySince: number;
}

/** One open pull request with all that bears on it. */
export interface PullSituation {
  readonly pull: ObservedPull;
  /** The tasks that it closes, in whatever standing. */
  readonly named: readonly TaskFacts[];
  /** What the open ones among them wait for and it does not close itself. */
  readonly blockers: readonly Blocker[];
  readonly touched: readonly TouchedResource[];
  /** What must be held before it may land: by plan for each open task named, and what it touches. */
  readonly required: readonly ScopedNeed[];
  /** The task that takes all of it, at once; `undefined` while it is blocked or no task can. */
  readonly lead: TaskFacts | undefined;
}

/** One task with all that bears on it. */
export interface TaskSituation extends TaskFacts {
  /** What it must hold: its own, and all that the pull requests which it leads need. */
  readonly needs: readonly ScopedNeed[];
  /** It stands in the frontier, and its work is not stuck in pull requests that wait for others. */
  readonly mayHold: boolean;
}
