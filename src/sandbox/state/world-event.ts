import type { Installation } from "./app.ts";
import type { CheckRun, CheckSuite } from "./check-records.ts";
import type {
  Comment,
  Issue,
  IssueType,
  Label,
  Milestone,
  PullRequest,
  Repository,
} from "./records.ts";
import type { User } from "./user.ts";

/** Old values of what an edit changed, as webhooks tell them. */
export type Changes = Readonly<Record<string, object>>;

/** Something that happened. */
export type WorldEvent = InstallationEvent | RepositoryEvent;

/** An app found a home. */
export interface InstallationEvent {
  readonly event: "installation";
  readonly action: "created";
  readonly sender: User;
  readonly installation: Installation;
}

/** Something that happened in a repository. */
export type RepositoryEvent = { readonly repository: Repository; readonly sender: User } & (
  | {
      readonly event: "push";
      readonly ref: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly event: "issues";
      readonly action:
        | "opened"
        | "edited"
        | "deleted"
        | "transferred"
        | "closed"
        | "reopened"
        | "assigned"
        | "unassigned"
        | "labeled"
        | "unlabeled"
        | "milestoned"
        | "demilestoned"
        | "typed"
        | "untyped";
      readonly issue: Issue;
      /** Where it went to. */
      readonly moved?: { readonly issue: Issue; readonly repository: Repository };
      readonly label?: Label;
      readonly milestone?: Milestone;
      readonly type?: IssueType;
      readonly assignee?: User;
      readonly changes?: Changes;
    }
  | {
      readonly event: "pull_request";
      readonly action:
        | "opened"
        | "edited"
        | "closed"
        | "reopened"
        | "synchronize"
        | "assigned"
        | "unassigned"
        | "labeled"
        | "unlabeled"
        | "milestoned"
        | "demilestoned"
        | "typed"
        | "untyped"
        | "converted_to_draft"
        | "ready_for_review";
      readonly issue: PullRequest;
      readonly label?: Label;
      readonly assignee?: User;
      readonly changes?: Changes;
      readonly before?: string;
      readonly after?: string;
    }
  | {
      readonly event: "issue_comment";
      readonly action: "created" | "edited" | "deleted";
      readonly issue: Issue;
      readonly comment: Comment;
      readonly changes?: Changes;
    }
  | {
      readonly event: "issue_dependencies";
      readonly action: "added" | "removed";
      readonly blocked: Issue;
      readonly blocking: Issue;
      readonly blockingRepository: Repository;
    }
  | {
      /** Told in the repository of the sub-issue. */
      readonly event: "sub_issues";
      readonly action: "added" | "removed";
      readonly subIssue: Issue;
      readonly parentIssue: Issue;
      readonly parentRepository: Repository;
    }
  | {
      readonly event: "check_run";
      readonly action: "created" | "completed" | "rerequested" | "requested_action";
      readonly checkRun: CheckRun;
      /** The identifier of the button that was pressed. */
      readonly identifier?: string;
    }
  | {
      readonly event: "check_suite";
      readonly action: "requested" | "rerequested";
      readonly checkSuite: CheckSuite;
    }
);
