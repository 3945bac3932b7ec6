import { Refusal } from "../refusal.ts";
import { announceIssue } from "./announce-issue.ts";
import type { IssuePlace } from "./issue-labels.ts";
import type { IssueType, Repository } from "./records.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** The types that the issues of an organisation may have; people have none. */
export function listIssueTypes(world: World, owner: User): readonly IssueType[] {
  return world.issueTypes.get(owner.id) ?? [];
}

/** Defines a type in an organisation, as its owners do on its page. */
export function addIssueType(world: World, owner: User, name: string): IssueType {
  const type = { id: world.nextId(), name, description: null, createdAt: world.now() };
  world.issueTypes.set(owner.id, [...listIssueTypes(world, owner), type]);
  return type;
}

/** The type of that name, in any case. @throws {Refusal} 422 if the owner has none of it. */
export function getIssueType(world: World, { owner }: Repository, name: string): IssueType {
  const wanted = name.toLowerCase();
  const type = listIssueTypes(world, owner).find((one) => one.name.toLowerCase() === wanted);
  if (type === undefined) throw new Refusal(422, `Validation Failed: type ${name} does not exist`);
  return type;
}

/** Gives an issue a type, or takes its type away. */
export function setIssueType(world: World, place: IssuePlace, type: IssueType | undefined): void {
  const { issue } = place;
  const old = issue.type;
  if (old === type) return;
  issue.type = type;
  if (old) announceIssue(world, { ...place, action: "untyped", type: old });
  if (type) announceIssue(world, { ...place, action: "typed", type });
}
