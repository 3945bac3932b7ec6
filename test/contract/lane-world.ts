import type { LaneGitHub } from "../../src/flows/lane-ports.ts";

/** A pull request as its people want it. */
export interface NewPull {
  readonly files: Readonly<Record<string, string | null>>;
  /** Branch to land on; the default branch if left out. */
  readonly base?: string;
  readonly body?: string;
}

/** A GitHub with a repository `octo/shop`, the coordinator's ports to it, and what people do there. */
export interface LaneWorld extends LaneGitHub {
  /** Commits to a branch that may be new; gives the SHA. */
  commit(branch: string, files: Readonly<Record<string, string | null>>): string;
  openIssue(title: string): Promise<{ readonly number: number; readonly nodeId: string }>;
  closeIssue(number: number, reason: "completed" | "not_planned"): Promise<void>;
  assign(number: number, login: string): Promise<void>;
  label(number: number, name: string): Promise<void>;
  block(blocked: number, blocking: number): Promise<void>;
  openPull(pull: NewPull): Promise<{ readonly number: number; readonly sha: string }>;
  merge(number: number): Promise<void>;
  closePull(number: number): Promise<void>;
  /** A person comments. */
  comment(issueNumber: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  /** Another App makes a successful run under any name, ours too. */
  forgeRun(sha: string, name: string): Promise<void>;
  /** Time as GitHub has it, epoch milliseconds; it stands still by itself. */
  now(): number;
  wait(ms: number): void;
  close(): Promise<void>;
}
