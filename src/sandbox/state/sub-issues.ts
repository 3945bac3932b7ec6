import { notFound } from "../refusal.ts";
import type { PlacedIssue } from "./blocked-by.ts";
import { checkParent, getParent, refuseSubIssue } from "./sub-issue-tree.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";

/** What is to become a sub-issue, and what of the parent it may have. */
export interface NewSubIssue {
  readonly subIssueId: number;
  /** Takes it from the parent that it has. */
  readonly replaceParent?: boolean | null | undefined;
}

/**
 * Makes an issue a sub-issue of another, behind those it has.
 *
 * @throws {Refusal} 404 for an unknown id; 422 for a pull request, a ring, a second parent, a 101st sub-issue, a ninth level.
 */
export function addSubIssue(
  world: World,
  parent: PlacedIssue,
  { subIssueId, replaceParent }: NewSubIssue,
  sender: User,
): void {
  const child = world.issuesById.get(subIssueId);
  if (child === undefined) throw notFound();
  checkParent(world, parent, child);
  const old = getParent(world, child.issue);
  const isSame = old?.issue === parent.issue;
  if (isSame) {
    const only = "Sub issue may only have one parent";
    throw refuseSubIssue(`Issue may not contain duplicate sub-issues and ${only}`);
  }
  if (old !== undefined && replaceParent !== true)
    throw refuseSubIssue("Sub issue may only have one parent");
  if (old !== undefined) removeSubIssue(world, old, subIssueId, sender);
  world.parentById.set(subIssueId, parent.issue.id);
  setOrder(world, parent, [...(world.subIssuesById.get(parent.issue.id) ?? []), subIssueId]);
  announceFamily(world, "added", parent, child, sender);
}

/** @throws {Refusal} 404 if it is no sub-issue of that parent. */
export function removeSubIssue(
  world: World,
  parent: PlacedIssue,
  subIssueId: number,
  sender: User,
): void {
  const child = world.issuesById.get(subIssueId);
  const ids = world.subIssuesById.get(parent.issue.id) ?? [];
  if (child === undefined || !ids.includes(subIssueId)) throw notFound();
  world.parentById.delete(subIssueId);
  setOrder(
    world,
    parent,
    ids.filter((id) => id !== subIssueId),
  );
  announceFamily(world, "removed", parent, child, sender);
}

/** Puts a sub-issue behind or before another. @throws {Refusal} 404 if one of them is not there. */
export function moveSubIssue(
  world: World,
  parent: PlacedIssue,
  subIssueId: number,
  beside: { readonly afterId?: number | undefined; readonly beforeId?: number | undefined },
): void {
  const ids = world.subIssuesById.get(parent.issue.id) ?? [];
  const rest = ids.filter((id) => id !== subIssueId);
  const anchor = rest.indexOf(beside.afterId ?? beside.beforeId ?? 0);
  if (anchor < 0 || rest.length === ids.length) throw notFound();
  setOrder(world, parent, rest.toSpliced(anchor + (beside.afterId ? 1 : 0), 0, subIssueId));
}

function setOrder(world: World, parent: PlacedIssue, ids: number[]): void {
  world.subIssuesById.set(parent.issue.id, ids);
}

function announceFamily(
  world: World,
  action: "added" | "removed",
  parent: PlacedIssue,
  child: PlacedIssue,
  sender: User,
): void {
  announce(world, {
    event: "sub_issues",
    action,
    repository: child.repository,
    sender,
    subIssue: child.issue,
    parentIssue: parent.issue,
    parentRepository: parent.repository,
  });
}
