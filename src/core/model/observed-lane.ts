import type { Resource } from "./config.ts";
import type { CoordinatedPlan } from "./coordinated-plan.ts";
import type { LaneName } from "./event.ts";
import type { PlanId } from "./ids.ts";

/** How an issue stands. */
export interface IssueStanding {
  readonly nodeId: string;
  readonly number: number;
  readonly databaseId: number;
  readonly state: "open" | "closed";
  /** `undefined` where GitHub gives none; a closed issue then counts as completed. */
  readonly stateReason: "completed" | "not_planned" | "duplicate" | "reopened" | undefined;
  /** Set for an issue of another repository, where its number says nothing: `acme/api#5`. */
  readonly elsewhere?: string;
}

/** A task's issue, for coordinating. */
export interface ObservedWork extends IssueStanding {
  /** Epoch milliseconds. */
  readonly closedAt: number | undefined;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** All issues that block it, ours and those that people linked. */
  readonly blockedBy: readonly IssueStanding[];
}

/** A pull request, for gating. */
export interface ObservedPull {
  readonly number: number;
  readonly headSha: string;
  readonly state: "open" | "closed" | "merged";
  /** Epoch milliseconds. */
  readonly mergedAt: number | undefined;
  readonly baseBranch: string;
  /** Numbers of this repository's issues that merging it closes: keywords and links by hand. */
  readonly closes: readonly number[];
  /** Every path it touches, old and new names; `undefined` if they could not all be read. */
  readonly files: readonly string[] | undefined;
  /** When the label that lifts freezes was put on last, epoch milliseconds; `undefined` if it is off. */
  readonly unlockedAt: number | undefined;
}

/** The newest run of our gate on a head commit. */
export interface ObservedGate {
  readonly verdict: "success" | "queued" | "other";
  readonly title: string;
  readonly summary: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** Our comment on a tracking issue. */
export interface LiveComment {
  readonly id: number;
  readonly body: string;
}

/** All that one pass looks at in a repository. */
export interface ObservedLane {
  readonly lane: LaneName;
  readonly defaultBranch: string;
  readonly plans: readonly CoordinatedPlan[];
  /** Resources of the repository's settings, built-in ones included. */
  readonly resources: readonly Resource[];
  /** Issues of the plans' tasks by node ID; one that is gone is missing. */
  readonly issues: ReadonlyMap<string, ObservedWork>;
  /** Open pull requests, those that holds have passed, and those merged since the lane began. */
  readonly pulls: readonly ObservedPull[];
  /** By head commit. */
  readonly gates: ReadonlyMap<string, ObservedGate>;
  readonly comments: ReadonlyMap<PlanId, LiveComment>;
}
