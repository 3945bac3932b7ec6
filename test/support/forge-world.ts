import type { LiveComment, ObservedGate } from "../../src/core/model/observed-lane.ts";

/** An issue of a fake forge; blockers by number. */
export interface ForgeIssue {
  readonly number: number;
  readonly title: string;
  readonly state: "open" | "closed";
  readonly stateReason: "completed" | "not_planned" | "reopened" | undefined;
  readonly closedAt: number | undefined;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly blockedBy: readonly number[];
}

/** A pull request of a fake forge. */
export interface ForgePull {
  readonly number: number;
  /** Every head it ever had, newest last. */
  readonly heads: readonly ForgeHead[];
  readonly state: "open" | "closed" | "merged";
  readonly mergedAt: number | undefined;
  readonly baseBranch: string;
  readonly closes: readonly number[];
  readonly unlockedAt: number | undefined;
}

/** A head commit, and what the pull request changes with it; `undefined` if GitHub cannot tell. */
export interface ForgeHead {
  readonly sha: string;
  readonly files: readonly string[] | undefined;
}

/** A run of the gate. */
export interface ForgeRun extends ObservedGate {
  readonly externalId: string;
}

/** All of a repository at one moment. Never changed, only replaced. */
export interface ForgeWorld {
  readonly issues: ReadonlyMap<number, ForgeIssue>;
  readonly pulls: ReadonlyMap<number, ForgePull>;
  /** By head commit, newest last. */
  readonly runs: ReadonlyMap<string, readonly ForgeRun[]>;
  readonly comments: ReadonlyMap<number, readonly LiveComment[]>;
}
