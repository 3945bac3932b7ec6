import type { IssueRef } from "../../src/core/model/record.ts";
import type {
  CommentStore,
  IssueReader,
  IssueWriter,
  PlanBranch,
  SourceReader,
} from "../../src/flows/ports.ts";

/** A GitHub with one empty repository `octo/shop`, our ports to it, and what others do there. */
export interface ContractWorld {
  readonly source: SourceReader;
  readonly issues: IssueReader;
  readonly writer: IssueWriter;
  readonly branch: PlanBranch;
  /** The same branch as another run of ours sees it. */
  readonly otherBranch: PlanBranch;
  readonly comments: CommentStore;

  /** Commits to the default branch a while after the last commit; gives the SHA. */
  commit(changes: Readonly<Record<string, string | undefined>>): string;
  /** Opens a pull request with one commit on top of the default branch. */
  openPull(changes: Readonly<Record<string, string | undefined>>): Promise<number>;
  /** A person opens an issue; a stranger unless said. */
  openIssue(title: string, login?: string): Promise<IssueRef>;
  /** A person comments. */
  comment(pullNumber: number, body: string): Promise<void>;
  /** From now on every write is refused, before or after it takes effect. */
  refuseWrites(when: "before" | "after"): void;
  recover(): void;
  close(): Promise<void>;
}

/** Who writes as us, who is the person and whose the repository is, in every world. */
export const logins = { ours: "github-actions[bot]", person: "mona", owner: "octo" } as const;
