import type { Issue } from "../state/records.ts";

/** How GraphQL orders issues and pull requests. */
export interface IssueOrder {
  readonly field: "CREATED_AT" | "UPDATED_AT" | "COMMENTS";
  readonly direction: "ASC" | "DESC";
}

/** What GraphQL filters issues by. */
export interface IssueFilters {
  readonly assignee?: string | null | undefined;
  readonly createdBy?: string | null | undefined;
  readonly labels?: readonly string[] | null | undefined;
  readonly since?: string | null | undefined;
  readonly states?: readonly string[] | null | undefined;
}

/** Filters of GitHub's that the sandbox does not play yet. */
const NOT_PLAYED = ["mentioned", "milestone", "milestoneNumber"];

/** The issues that pass a filter. Of several labels one is enough. */
export function filterIssues<T extends Issue>(issues: readonly T[], filters: IssueFilters): T[] {
  const unplayed = NOT_PLAYED.filter((name) => name in filters);
  if (unplayed.length > 0) throw new Error(`does not play ${unplayed.join(", ")}`);
  const { assignee, createdBy, labels, since, states } = filters;
  const wanted = labels?.map((name) => name.toLowerCase());
  return issues.filter(
    (issue) =>
      (createdBy == null || isSame(issue.author.login, createdBy)) &&
      (assignee == null || issue.assignees.some(({ login }) => isSame(login, assignee))) &&
      (wanted == null || issue.labels.some(({ name }) => wanted.includes(name.toLowerCase()))) &&
      (since == null || issue.updatedAt >= Date.parse(since)) &&
      (states == null || states.includes(issue.state.toUpperCase())),
  );
}

/** Sorted by a field; without an order the oldest first. */
export function orderIssues<T extends Issue>(
  issues: readonly T[],
  order: IssueOrder | null | undefined,
): T[] {
  if (order?.field === "COMMENTS") throw new Error("does not play the order by comments");
  const sign = order?.direction === "DESC" ? -1 : 1;
  const weigh = (issue: T) => (order?.field === "UPDATED_AT" ? issue.updatedAt : issue.createdAt);
  return issues.toSorted((a, b) => sign * (weigh(a) - weigh(b) || a.number - b.number));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
