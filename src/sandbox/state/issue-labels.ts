import { Refusal } from "../refusal.ts";
import { announceIssue } from "./announce-issue.ts";
import { noteLabeling } from "./labelings.ts";
import { ensureLabels } from "./labels.ts";
import type { Issue, Label, Repository } from "./records.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** Most labels on one issue. */
const MAX_LABELS = 100;

/** Where and by whom an issue is changed. */
export interface IssuePlace {
  readonly repository: Repository;
  readonly issue: Issue;
  readonly sender: User;
}

/** Puts labels on an issue; those it has already stay. @throws {Refusal} 422 beyond 100 labels. */
export function addLabels(world: World, place: IssuePlace, names: readonly string[]): void {
  const labels = ensureLabels(world, place.repository, names);
  const fresh = labels.filter((label) => !place.issue.labels.includes(label));
  if (place.issue.labels.length + fresh.length > MAX_LABELS) {
    throw new Refusal(422, `Validation Failed: an issue may only have ${MAX_LABELS} labels`);
  }
  for (const label of fresh) {
    place.issue.labels = [...place.issue.labels, label];
    const labeling = { id: world.nextId(), label, actor: place.sender, createdAt: world.now() };
    noteLabeling(place.issue, labeling);
    announceIssue(world, { ...place, action: "labeled", label });
  }
}

/** Takes labels off an issue. */
export function removeLabels(world: World, place: IssuePlace, labels: readonly Label[]): void {
  for (const label of labels) {
    place.issue.labels = place.issue.labels.filter((other) => other !== label);
    announceIssue(world, { ...place, action: "unlabeled", label });
  }
}

/** Leaves exactly these labels on an issue. */
export function setLabels(world: World, place: IssuePlace, names: readonly string[]): void {
  const wanted = ensureLabels(world, place.repository, names);
  removeLabels(
    world,
    place,
    place.issue.labels.filter((label) => !wanted.includes(label)),
  );
  addLabels(world, place, names);
}
