import { Refusal } from "../refusal.ts";
import type { PlacedIssue } from "./blocked-by.ts";
import type { Issue, Repository } from "./records.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";

/** Deletes an issue for good: its links and its place in its family go with it, its number is never given again. */
export function deleteIssue(world: World, place: PlacedIssue, sender: User): void {
  const { issue, repository } = place;
  announce(world, { event: "issues", action: "deleted", repository, sender, issue });
  repository.issues.delete(issue.number);
  repository.goneIssues.set(issue.number, "deleted");
  world.issuesById.delete(issue.id);
  world.blockersById.delete(issue.id);
  world.parentById.delete(issue.id);
  for (const lists of [world.blockersById, world.subIssuesById]) {
    for (const [id, ids] of lists) {
      lists.set(
        id,
        ids.filter((one) => one !== issue.id),
      );
    }
  }
  for (const child of world.subIssuesById.get(issue.id) ?? []) world.parentById.delete(child);
  world.subIssuesById.delete(issue.id);
}

/**
 * Moves an issue to another repository of the same owner, where it has a new number. Labels that are not
 * there are lost, and so is its milestone. Whether its IDs stay is not documented: here they do.
 *
 * Source: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/transferring-an-issue-to-another-repository
 * @throws {Refusal} 422 if it is a pull request, or the other repository has another owner or no issues.
 */
export function transferIssue(
  world: World,
  { issue, repository }: PlacedIssue,
  target: Repository,
  sender: User,
): Issue {
  if (issue.pull !== undefined || target.owner !== repository.owner || !target.hasIssues)
    throw new Refusal(422, "Issue cannot be transferred to that repository");
  const labels = issue.labels.flatMap(({ name }) => target.labels.get(name.toLowerCase()) ?? []);
  const number = nextNumber(target);
  const moved: Issue = { ...issue, number, labels, milestone: undefined };
  target.issues.set(number, moved);
  repository.issues.delete(issue.number);
  repository.goneIssues.set(issue.number, moved);
  world.issuesById.set(issue.id, { issue: moved, repository: target });
  announce(world, {
    ...{ event: "issues", action: "transferred", repository, sender, issue },
    moved: { issue: moved, repository: target },
  });
  return moved;
}

/** The number of a repository's next issue or pull request. */
export function nextNumber({ issues, goneIssues }: Repository): number {
  return issues.size + goneIssues.size + 1;
}
