import { notFound, Refusal } from "../refusal.ts";
import type { Issue, Repository } from "./records.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";

/** Most blockers of an issue, and most issues that one blocks. */
const MAX_LINKS = 50;

/** An issue with its repository. */
export interface PlacedIssue {
  readonly issue: Issue;
  readonly repository: Repository;
}

/** What blocks an issue, in the order in which it was added. */
export function listBlockers(world: World, issue: Issue): PlacedIssue[] {
  return toPlaced(world, world.blockersById.get(issue.id) ?? []);
}

/** What an issue blocks, by database id. */
export function listBlocked(world: World, issue: Issue): PlacedIssue[] {
  const blocked = [...world.blockersById].filter(([, blockers]) => blockers.includes(issue.id));
  return toPlaced(
    world,
    blocked.map(([id]) => id),
  );
}

/**
 * Links an issue to one that blocks it. A closed blocker is taken, and so is a cycle: whether GitHub
 * refuses those is not known.
 *
 * @throws {Refusal} 404 for an unknown id; 422 for a pull request, itself, a link that exists, a 51st link.
 */
export function addBlocker(
  world: World,
  place: PlacedIssue,
  blockerId: number,
  sender: User,
): void {
  const blocker = world.issuesById.get(blockerId);
  if (blocker === undefined) throw notFound();
  const blockers = world.blockersById.get(place.issue.id) ?? [];
  checkLink(place.issue, blocker.issue);
  if (blockers.includes(blockerId)) throw refuseLink("Target issue has already been taken");
  if (blockers.length >= MAX_LINKS || listBlocked(world, blocker.issue).length >= MAX_LINKS) {
    throw refuseLink(`Issue may not have more than ${MAX_LINKS} dependencies of one type`);
  }
  world.blockersById.set(place.issue.id, [...blockers, blockerId]);
  announceLink(world, "added", place, blocker, sender);
}

/** Takes a link away; one that is not there is taken for removed. @throws {Refusal} 404 for an unknown id. */
export function removeBlocker(
  world: World,
  place: PlacedIssue,
  blockerId: number,
  sender: User,
): void {
  const blocker = world.issuesById.get(blockerId);
  if (blocker === undefined) throw notFound();
  const blockers = world.blockersById.get(place.issue.id) ?? [];
  if (!blockers.includes(blockerId)) return;
  world.blockersById.set(
    place.issue.id,
    blockers.filter((id) => id !== blockerId),
  );
  announceLink(world, "removed", place, blocker, sender);
}

function checkLink(blocked: Issue, blocker: Issue): void {
  if (blocked.pull !== undefined) throw refuseLink("Source issue may only be an issue");
  if (blocker.pull !== undefined) throw refuseLink("Target issue may only be an issue");
  if (blocked === blocker) throw refuseLink("Issue may not be blocked by itself");
}

function refuseLink(reason: string): Refusal {
  return new Refusal(422, `Validation failed: ${reason}`);
}

function announceLink(
  world: World,
  action: "added" | "removed",
  blocked: PlacedIssue,
  blocking: PlacedIssue,
  sender: User,
): void {
  announce(world, {
    event: "issue_dependencies",
    action,
    repository: blocked.repository,
    sender,
    blocked: blocked.issue,
    blocking: blocking.issue,
    blockingRepository: blocking.repository,
  });
}

function toPlaced(world: World, ids: readonly number[]): PlacedIssue[] {
  return ids.map((id) => world.issuesById.get(id)).filter((placed) => placed !== undefined);
}
