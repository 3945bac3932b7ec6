import type { User } from "./user.ts";

export type CheckStatus = "queued" | "in_progress" | "completed";

export type CheckConclusion =
  | "action_required"
  | "cancelled"
  | "failure"
  | "neutral"
  | "success"
  | "skipped"
  | "stale"
  | "timed_out";

/** One remark of a check run about some lines of a file. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

/** A button on a check run. */
export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

/** All check runs of one app on one commit. */
export interface CheckSuite {
  readonly id: number;
  readonly appId: number;
  readonly headSha: string;
  /** The branch and what it pointed to before the push; null if it was not a push that made the suite. */
  readonly headBranch: string | null;
  readonly before: string | null;
  readonly createdAt: number;
}

export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  readonly appId: number;
  readonly suiteId: number;
  name: string;
  detailsUrl: string | null;
  externalId: string | null;
  status: CheckStatus;
  conclusion: CheckConclusion | null;
  readonly createdAt: number;
  startedAt: number;
  completedAt: number | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: CheckAnnotation[];
  actions: readonly CheckAction[];
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: User;
  readonly createdAt: number;
}
