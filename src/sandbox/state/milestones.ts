import { invalidField, notFound } from "../refusal.ts";
import { announceIssue } from "./announce-issue.ts";
import { checkText } from "./check-text.ts";
import type { IssuePlace } from "./issue-labels.ts";
import type { Milestone, Repository } from "./records.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** What a milestone is made with. */
export interface NewMilestone {
  readonly title: string;
  readonly description?: string | undefined;
  readonly dueAt?: number | undefined;
  readonly creator: User;
}

/** @throws {Refusal} 404 if the repository has no milestone of that number. */
export function getMilestone(repository: Repository, number: number): Milestone {
  const milestone = repository.milestones.get(number);
  if (milestone === undefined) throw notFound();
  return milestone;
}

/** Makes a milestone. @throws {Refusal} 422 if one has that title, in any case. */
export function createMilestone(
  world: World,
  repository: Repository,
  { title, description, dueAt, creator }: NewMilestone,
): Milestone {
  if (title.trim() === "") throw invalidField("Milestone", "title", "missing_field");
  checkText("Milestone", "title", title);
  const titles = [...repository.milestones.values()].map((one) => one.title.toLowerCase());
  if (titles.includes(title.toLowerCase())) {
    throw invalidField("Milestone", "title", "already_exists");
  }
  const at = world.now();
  const milestone: Milestone = {
    ...{ id: world.nextId(), number: repository.milestones.size + 1, title, creator },
    description: description ?? null,
    state: "open",
    dueAt: dueAt ?? null,
    createdAt: at,
    updatedAt: at,
  };
  repository.milestones.set(milestone.number, milestone);
  return milestone;
}

/** Puts an issue into a milestone, or out of the one it is in. */
export function setMilestone(
  world: World,
  place: IssuePlace,
  milestone: Milestone | undefined,
): void {
  const { issue } = place;
  const old = issue.milestone;
  if (old === milestone) return;
  issue.milestone = milestone;
  if (old) announceIssue(world, { ...place, action: "demilestoned", milestone: old });
  if (milestone) announceIssue(world, { ...place, action: "milestoned", milestone });
}
