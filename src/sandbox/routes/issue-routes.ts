import { canPush } from "../access/judge-access.ts";
import { paginate } from "../http/paginate.ts";
import type { RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { invalidField, Refusal } from "../refusal.ts";
import { renderIssue } from "../render/render-issue.ts";
import { setAssignees } from "../state/issue-assignees.ts";
import { setLabels } from "../state/issue-labels.ts";
import { getIssueType, setIssueType } from "../state/issue-types.ts";
import { editIssue, openIssue } from "../state/issues.ts";
import { ensureLabels } from "../state/labels.ts";
import { setMilestone } from "../state/milestones.ts";
import type { StateReason } from "../state/records.ts";
import { checkHasIssues, findIssue, findPlace } from "./issue-place.ts";
import { selectIssues } from "./select-issues.ts";
import { getSender } from "./sender.ts";

/** Title, labels and so on as they are sent; a label may come as its name or as an object with one. */
interface SentIssue {
  readonly title?: string | number | null;
  readonly body?: string | null;
  readonly state?: "open" | "closed";
  readonly state_reason?: StateReason | null;
  readonly labels?: readonly (string | { readonly name?: string })[];
  readonly assignees?: readonly string[];
  readonly assignee?: string | null;
  /** Its number. */
  readonly milestone?: string | number | null;
  /** Its name. */
  readonly type?: string | null;
}

/** Fields of GitHub that the sandbox does not play yet. */
const NOT_PLAYED = ["issue_field_values", "duplicate_issue_id"];

/** Source: https://docs.github.com/en/rest/issues/issues */
export const issueRoutes: RepositoryRoutes = {
  "issues/list-for-repo": (call) => {
    checkHasIssues(call.repository);
    const issues = selectIssues(call.repository, call.query);
    return paginate(call, issues, (issue) => renderIssue(call.world, call.repository, issue));
  },
  "issues/create": createIssue,
  "issues/get": (call) => answerIssue(call, 200, findIssue(call)),
  "issues/update": updateIssue,
  "issues/lock": (call) => turnLock(call, true),
  "issues/unlock": (call) => turnLock(call, false),
};

function createIssue(call: RepositoryCall) {
  checkHasIssues(call.repository);
  const sent = readSent(call);
  const { sender, appId } = getSender(call);
  const mayOrganise = canPush(call.actor, call.repository);
  const issue = openIssue(call.world, call.repository, {
    author: sender,
    appId,
    title: String(sent.title),
    body: sent.body ?? null,
    labels: mayOrganise ? toNames(sent.labels ?? []) : [],
    assignees: mayOrganise ? (toAssignees(sent) ?? []) : [],
    milestone: mayOrganise ? toMilestone(call, sent) : undefined,
    type: mayOrganise ? toType(call, sent) : undefined,
  });
  return answerIssue(call, 201, issue);
}

function updateIssue(call: RepositoryCall) {
  const place = findPlace(call);
  const sent = readSent(call);
  const mayOrganise = canPush(call.actor, call.repository);
  if (!mayOrganise && place.issue.author !== place.sender) {
    throw new Refusal(403, "Must have admin rights to Repository.");
  }
  const names = sent.labels && toNames(sent.labels);
  const assignees = toAssignees(sent);
  if (names && mayOrganise) ensureLabels(call.world, call.repository, names);
  editIssue(call.world, place, {
    title: sent.title == null ? undefined : String(sent.title),
    body: sent.body,
    state: sent.state,
    stateReason: sent.state_reason,
  });
  const milestone = toMilestone(call, sent);
  const type = toType(call, sent);
  if (names && mayOrganise) setLabels(call.world, place, names);
  if (sent.milestone !== undefined && mayOrganise) setMilestone(call.world, place, milestone);
  if (sent.type !== undefined && mayOrganise) setIssueType(call.world, place, type);
  if (assignees && mayOrganise) setAssignees(call.world, place, assignees);
  return answerIssue(call, 200, place.issue);
}

/** What is locked takes no more comments from who may not write; its text can be edited as before. */
function turnLock(call: RepositoryCall, isLocked: boolean) {
  findIssue(call).isLocked = isLocked;
  return { status: 204, body: undefined };
}

function answerIssue(call: RepositoryCall, status: number, issue: ReturnType<typeof findIssue>) {
  return { status, body: renderIssue(call.world, call.repository, issue) };
}

function readSent({ body }: RepositoryCall): SentIssue {
  const sent = (body ?? {}) as Record<string, unknown>;
  const unplayed = NOT_PLAYED.filter((field) => sent[field] != null);
  if (unplayed.length > 0) throw new Error(`does not play ${unplayed.join(", ")}`);
  return sent;
}

/** @throws {Refusal} 422 if there is none of that number. */
function toMilestone({ repository }: RepositoryCall, { milestone: number }: SentIssue) {
  if (number == null) return undefined;
  const milestone = repository.milestones.get(Number(number));
  if (milestone === undefined) throw invalidField("Issue", "milestone", "invalid");
  return milestone;
}

function toType({ world, repository }: RepositoryCall, { type }: SentIssue) {
  return type == null ? undefined : getIssueType(world, repository, type);
}

function toNames(labels: readonly (string | { readonly name?: string })[]): string[] {
  return labels.map((label) => (typeof label === "string" ? label : (label.name ?? "")));
}

function toAssignees({ assignee, assignees }: SentIssue): readonly string[] | undefined {
  if (assignees !== undefined) return assignees;
  if (assignee === undefined) return undefined;
  return assignee === null || assignee === "" ? [] : [assignee];
}
