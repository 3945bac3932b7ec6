import { invalidField } from "../refusal.ts";
import { announceIssue } from "./announce-issue.ts";
import type { PullRequest, Repository } from "./records.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";

/** A pull request and who changes it. */
export interface PullPlace {
  readonly repository: Repository;
  readonly issue: PullRequest;
  readonly sender: User;
}

/** Makes a pull request go to another branch. @throws {Refusal} 422 if there is no such branch. */
export function retargetPull(world: World, place: PullPlace, branch: string): void {
  const { pull } = place.issue;
  if (pull.baseBranch === branch) return;
  const sha = place.repository.git.refs.get(`refs/heads/${branch}`);
  if (sha === undefined) throw invalidField("PullRequest", "base", "invalid");
  const changes = { base: { ref: { from: pull.baseBranch }, sha: { from: pull.baseSha } } };
  pull.baseBranch = branch;
  pull.baseSha = sha;
  announceIssue(world, { ...place, action: "edited", changes });
}

/** Makes a pull request a draft, or ready for review. */
export function setDraft(world: World, place: PullPlace, isDraft: boolean): void {
  const { pull } = place.issue;
  if (pull.isDraft === isDraft) return;
  pull.isDraft = isDraft;
  place.issue.updatedAt = world.now();
  const action = isDraft ? "converted_to_draft" : "ready_for_review";
  announce(world, { event: "pull_request", action, ...place });
}
