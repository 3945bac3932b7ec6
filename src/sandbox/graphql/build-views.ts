import type { Actor } from "../access/actor.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { viewIssue } from "./view-issue.ts";
import { viewCommit, viewObject } from "./view-object.ts";
import { viewPull } from "./view-pull.ts";
import { viewRepository } from "./view-repository.ts";
import { viewUser } from "./view-user.ts";
import type { View, Views } from "./views.ts";

/** The views of one caller, each knowing the others. */
export function buildViews(world: World, actor: Actor): Views {
  const views: Views = {
    world,
    actor,
    issue: (placed) => viewIssue(views, placed),
    pull: (repository, issue) => viewPull(views, repository, issue),
    repository: (repository) => viewRepository(views, repository),
    user: (user) => viewUser(views, user),
    object: (repository, sha) => viewObject(views, repository, sha),
    commit: (repository, commit) => viewCommit(views, repository, commit),
    ref: (repository, name) => viewRef(views, repository, name),
  };
  return views;
}

/** A ref by its full name, or a branch by its short one. */
function viewRef(views: Views, repository: Repository, qualifiedName: string): View | null {
  const { refs } = repository.git;
  const full = [qualifiedName, `refs/${qualifiedName}`, `refs/heads/${qualifiedName}`].find(
    (name) => name.startsWith("refs/") && refs.has(name),
  );
  if (full === undefined) return null;
  const [, prefix = "", name = ""] = /^(refs\/[^/]+\/)(.+)$/.exec(full) ?? [];
  return {
    __typename: "Ref",
    id: `REF_${Buffer.from(`${repository.id}:${full}`).toString("base64url")}`,
    name,
    prefix,
    target: () => views.object(repository, refs.get(full)),
  };
}
