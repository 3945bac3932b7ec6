import { invalidField } from "../refusal.ts";
import type { Issue, Repository } from "../state/records.ts";

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Filters of GitHub's that the sandbox does not play yet. */
const NOT_PLAYED = ["mentioned", "milestone", "type", "issue_field_values"];

/** The issues and pull requests of a repository that a listing asks for, in its order (newest first). */
export function selectIssues(repository: Repository, query: Query): Issue[] {
  const unplayed = NOT_PLAYED.filter((field) => query[field] !== undefined);
  if (unplayed.length > 0) throw new Error(`does not play ${unplayed.join(", ")}`);
  const wanted = [...repository.issues.values()].filter(
    (issue) =>
      matchesState(issue, query.state) &&
      matchesLabels(issue, query.labels) &&
      matchesPeople(issue, query) &&
      matchesSince(issue, query.since),
  );
  const weigh = toWeight(repository, query.sort);
  const direction = query.direction === "asc" ? 1 : -1;
  return wanted.toSorted((a, b) => direction * (weigh(a) - weigh(b) || a.number - b.number));
}

function matchesState(issue: Issue, state: unknown): boolean {
  return state === "all" || issue.state === (state ?? "open");
}

function matchesLabels(issue: Issue, labels: unknown): boolean {
  if (typeof labels !== "string" || labels === "") return true;
  const own = issue.labels.map((label) => label.name.toLowerCase());
  return labels.split(",").every((name) => own.includes(name.trim().toLowerCase()));
}

function matchesPeople(issue: Issue, { creator, assignee }: Query): boolean {
  const logins = issue.assignees.map((user) => user.login.toLowerCase());
  if (typeof creator === "string" && !isLogin(issue.author.login, creator)) return false;
  if (typeof assignee !== "string") return true;
  if (assignee === "*") return logins.length > 0;
  return assignee === "none" ? logins.length === 0 : logins.includes(assignee.toLowerCase());
}

function isLogin(login: string, wanted: string): boolean {
  return login.toLowerCase() === wanted.toLowerCase();
}

function matchesSince(issue: Issue, since: unknown): boolean {
  if (typeof since !== "string") return true;
  const at = Date.parse(since);
  if (Number.isNaN(at)) throw invalidField("Issue", "since", "invalid");
  return Math.floor(issue.updatedAt / 1000) >= Math.floor(at / 1000);
}

function toWeight(repository: Repository, sort: unknown): (issue: Issue) => number {
  if (sort === "updated") return (issue) => issue.updatedAt;
  if (sort !== "comments") return (issue) => issue.createdAt;
  const comments = [...repository.comments.values()];
  return ({ number }) => comments.filter(({ issueNumber }) => issueNumber === number).length;
}
