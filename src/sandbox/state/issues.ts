import { invalidField, notFound } from "../refusal.ts";
import { announceIssue } from "./announce-issue.ts";
import { checkText } from "./check-text.ts";
import { addAssignees } from "./issue-assignees.ts";
import { addLabels, type IssuePlace } from "./issue-labels.ts";
import { setIssueType } from "./issue-types.ts";
import { ensureLabels } from "./labels.ts";
import { setMilestone } from "./milestones.ts";
import type { Issue, IssueType, Milestone, PullPart, Repository, StateReason } from "./records.ts";
import { nextNumber } from "./remove-issue.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";
import type { Changes } from "./world-event.ts";

/** What an issue is opened with. */
export interface NewIssue {
  readonly author: User;
  readonly appId: number | undefined;
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone?: Milestone | undefined;
  readonly type?: IssueType | undefined;
  readonly pull?: PullPart;
}

/** What an edit of an issue changes; what is undefined stays. */
export interface IssueEdit {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly stateReason?: StateReason | null | undefined;
}

/** @throws {Refusal} 404 if the repository has no issue or pull request of that number. */
export function getIssue(repository: Repository, number: number): Issue {
  const issue = repository.issues.get(number);
  if (issue === undefined) throw notFound();
  return issue;
}

/** Opens an issue or pull request under the repository's next number. */
export function openIssue(world: World, repository: Repository, fields: NewIssue): Issue {
  const { author, appId, title, body, labels, assignees, pull } = fields;
  checkTexts(pull === undefined ? "Issue" : "PullRequest", { title, body });
  ensureLabels(world, repository, labels);
  const at = world.now();
  const issue: Issue = {
    id: world.nextId(),
    number: nextNumber(repository),
    author,
    appId,
    title,
    body,
    state: "open",
    stateReason: null,
    labels: [],
    assignees: [],
    closedBy: null,
    closedAt: null,
    createdAt: at,
    updatedAt: at,
    pull,
    isLocked: false,
    isPinned: false,
    milestone: undefined,
    type: undefined,
  };
  const place = { repository, issue, sender: author };
  repository.issues.set(issue.number, issue);
  world.issuesById.set(issue.id, { issue, repository });
  announceIssue(world, { ...place, action: "opened" });
  addLabels(world, place, labels);
  addAssignees(world, place, assignees);
  setMilestone(world, place, fields.milestone);
  setIssueType(world, place, fields.type);
  return issue;
}

/** Changes an issue's texts and state; what is as wanted already is not announced. */
export function editIssue(world: World, place: IssuePlace, edit: IssueEdit): void {
  const { issue } = place;
  checkTexts(issue.pull === undefined ? "Issue" : "PullRequest", edit);
  const changes = applyTexts(issue, edit);
  if (changes !== undefined) announceIssue(world, { ...place, action: "edited", changes });
  const { state = issue.state, stateReason } = edit;
  if (state !== issue.state) {
    if (state === "closed") closeIssue(world, place, stateReason ?? "completed");
    else reopenIssue(world, place);
  } else if (state === "closed" && stateReason != null) {
    issue.stateReason = stateReason;
  }
}

function closeIssue(world: World, place: IssuePlace, reason: StateReason): void {
  const { issue, sender } = place;
  issue.state = "closed";
  issue.stateReason = issue.pull === undefined ? reason : null;
  issue.closedAt = world.now();
  issue.closedBy = sender;
  announceIssue(world, { ...place, action: "closed" });
}

function reopenIssue(world: World, place: IssuePlace): void {
  const { issue } = place;
  issue.state = "open";
  issue.stateReason = issue.pull === undefined ? "reopened" : null;
  issue.closedAt = null;
  issue.closedBy = null;
  announceIssue(world, { ...place, action: "reopened" });
}

function checkTexts(resource: "Issue" | "PullRequest", edit: IssueEdit): void {
  if (edit.title?.trim() === "") throw invalidField(resource, "title", "missing_field");
  checkText(resource, "title", edit.title);
  checkText(resource, "body", edit.body);
}

function applyTexts(issue: Issue, { title, body }: IssueEdit): Changes | undefined {
  const changes: Record<string, { from: string }> = {};
  if (title !== undefined && title !== issue.title) {
    changes.title = { from: issue.title };
    issue.title = title;
  }
  if (body !== undefined && body !== issue.body) {
    changes.body = { from: issue.body ?? "" };
    issue.body = body;
  }
  return Object.keys(changes).length === 0 ? undefined : changes;
}
