import { Refusal } from "../refusal.ts";
import type { PlacedIssue } from "./blocked-by.ts";
import type { Issue } from "./records.ts";
import type { World } from "./world.ts";

/**
 * Most sub-issues of an issue, and most levels of them.
 *
 * Source: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues
 */
const MAX_CHILDREN = 100;
const MAX_LEVELS = 8;

/** The issue that one is a sub-issue of. */
export function getParent(world: World, issue: Issue): PlacedIssue | undefined {
  const id = world.parentById.get(issue.id);
  return id === undefined ? undefined : world.issuesById.get(id);
}

/** The sub-issues of an issue, in their order. */
export function listSubIssues(world: World, issue: Issue): PlacedIssue[] {
  const ids = world.subIssuesById.get(issue.id) ?? [];
  return ids.map((id) => world.issuesById.get(id)).filter((placed) => placed !== undefined);
}

/** How many sub-issues an issue has, and how many of them are closed. */
export function countSubIssues(world: World, issue: Issue) {
  const all = listSubIssues(world, issue);
  const completed = all.filter((placed) => placed.issue.state === "closed").length;
  const percent = all.length === 0 ? 0 : Math.floor((completed * 100) / all.length);
  return { total: all.length, completed, percent };
}

/** Whether a new issue of a repository could become a sub-issue. @throws {Refusal} 422 if not. */
export function checkNewSubIssue(
  world: World,
  parent: PlacedIssue,
  { owner }: PlacedIssue["repository"],
): void {
  if (parent.issue.pull !== undefined) throw refuseSubIssue("Parent may only be an issue");
  if (parent.repository.owner !== owner) {
    throw refuseSubIssue("Sub issue must be of the same owner as its parent");
  }
  checkRoom(world, parent, 1, undefined);
}

/** Whether an issue could go below another. @throws {Refusal} 422 if not. */
export function checkParent(world: World, parent: PlacedIssue, child: PlacedIssue): void {
  if (parent.issue.pull !== undefined) throw refuseSubIssue("Parent may only be an issue");
  if (child.issue.pull !== undefined) throw refuseSubIssue("Sub issue may only be an issue");
  if (parent.repository.owner !== child.repository.owner) {
    throw refuseSubIssue("Sub issue must be of the same owner as its parent");
  }
  const line = listAncestors(world, parent.issue);
  if (line.includes(child.issue))
    throw refuseSubIssue("Sub issue may not be a parent of its parent");
  checkRoom(world, parent, measureDepth(world, child.issue), child.issue.id);
}

function checkRoom(
  world: World,
  parent: PlacedIssue,
  depth: number,
  childId: number | undefined,
): void {
  if (listAncestors(world, parent.issue).length + depth > MAX_LEVELS + 1) {
    throw refuseSubIssue(`Parent cannot have more than ${MAX_LEVELS} layers of sub-issues`);
  }
  const siblings = world.subIssuesById.get(parent.issue.id) ?? [];
  const isThere = childId !== undefined && siblings.includes(childId);
  if (siblings.length >= MAX_CHILDREN && !isThere) {
    throw refuseSubIssue(`Parent cannot have more than ${MAX_CHILDREN} sub-issues`);
  }
}

/** The issue, its parent and so on. */
function listAncestors(world: World, issue: Issue): Issue[] {
  const parent = getParent(world, issue);
  return parent === undefined ? [issue] : [issue, ...listAncestors(world, parent.issue)];
}

function measureDepth(world: World, issue: Issue): number {
  const depths = listSubIssues(world, issue).map((placed) => measureDepth(world, placed.issue));
  return 1 + Math.max(0, ...depths);
}

/** The 422 about a sub-issue. */
export function refuseSubIssue(reason: string): Refusal {
  return new Refusal(
    422,
    `An error occurred while adding the sub-issue to the parent issue. ${reason}`,
  );
}
