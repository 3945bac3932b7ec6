import type { Issue, IssueType, Label, Milestone, PullRequest, Repository } from "./records.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";
import type { Changes } from "./world-event.ts";

/** What happens to issues and pull requests alike. */
export interface IssueHappening {
  readonly repository: Repository;
  readonly sender: User;
  readonly issue: Issue;
  readonly action:
    | "opened"
    | "edited"
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
  readonly label?: Label;
  readonly assignee?: User;
  readonly milestone?: Milestone;
  readonly type?: IssueType;
  readonly changes?: Changes;
}

/** Announces it as `issues` or, for a pull request, as `pull_request`; the issue counts as updated now. */
export function announceIssue(world: World, happening: IssueHappening): void {
  const { issue, ...rest } = happening;
  issue.updatedAt = world.now();
  if (isPullRequest(issue)) announce(world, { event: "pull_request", issue, ...rest });
  else announce(world, { event: "issues", issue, ...rest });
}

/** Whether an issue is a pull request. */
export function isPullRequest(issue: Issue): issue is PullRequest {
  return issue.pull !== undefined;
}
