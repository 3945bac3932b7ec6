import type { ObjectStore } from "../git/object-store.ts";
import type { CheckRun, CheckSuite, CommitStatus } from "./check-records.ts";
import type { User } from "./user.ts";

export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Comment {
  readonly id: number;
  readonly issueNumber: number;
  readonly author: User;
  readonly appId: number | undefined;
  body: string;
  readonly createdAt: number;
  updatedAt: number;
}

export type StateReason = "completed" | "not_planned" | "duplicate" | "reopened";

/** An issue; with `pull` it is a pull request, which on GitHub is an issue too. */
export interface Issue {
  /** The database id, one sequence over all repositories. Never the number. */
  readonly id: number;
  readonly number: number;
  readonly author: User;
  readonly appId: number | undefined;
  title: string;
  body: string | null;
  state: "open" | "closed";
  stateReason: StateReason | null;
  labels: Label[];
  assignees: User[];
  closedBy: User | null;
  closedAt: number | null;
  readonly createdAt: number;
  updatedAt: number;
  readonly pull: PullPart | undefined;
  isLocked: boolean;
  isPinned: boolean;
  milestone: Milestone | undefined;
  type: IssueType | undefined;
}

export interface Milestone {
  readonly id: number;
  readonly number: number;
  readonly creator: User;
  title: string;
  description: string | null;
  state: "open" | "closed";
  dueAt: number | null;
  readonly createdAt: number;
  updatedAt: number;
}

/** What kind of issue one is, as its organisation calls it. */
export interface IssueType {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: number;
}

/** A field that an organisation has defined for its issues. */
export interface IssueField {
  readonly id: number;
  readonly name: string;
  readonly dataType: "text" | "date" | "single_select" | "multi_select" | "number";
  readonly options: readonly { readonly id: number; readonly name: string }[];
}

/** What a pull request has beyond an issue. */
export interface PullPart {
  readonly id: number;
  /** The repository that the head branch lives in: this one or a fork. */
  readonly headRepository: Repository;
  readonly headBranch: string;
  /** Follows the head branch while the pull request is open. */
  headSha: string;
  baseBranch: string;
  /** The tip of the base branch when the head was last seen; frozen at the merge. */
  baseSha: string;
  isDraft: boolean;
  mergedAt: number | null;
  mergedBy: User | null;
  mergeCommitSha: string | null;
}

/** An issue that is a pull request. */
export interface PullRequest extends Issue {
  readonly pull: PullPart;
}

/** A check without which nothing gets into a branch; with an app only that app's counts. */
export interface RequiredCheck {
  readonly context: string;
  readonly appId?: number;
}

export interface Repository {
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  readonly parent: Repository | undefined;
  isArchived: boolean;
  hasIssues: boolean;
  readonly createdAt: number;
  pushedAt: number;
  readonly git: ObjectStore;
  readonly issues: Map<number, Issue>;
  /** By number: issues that were deleted, and those that live in another repository now. */
  readonly goneIssues: Map<number, Issue | "deleted">;
  /** By name in lower case: GitHub's label names differ in more than case. */
  readonly labels: Map<string, Label>;
  readonly milestones: Map<number, Milestone>;
  readonly comments: Map<number, Comment>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly checkSuites: Map<number, CheckSuite>;
  /** What a branch asks for, by its name. */
  readonly requiredChecks: Map<string, readonly RequiredCheck[]>;
  readonly statuses: CommitStatus[];
}
