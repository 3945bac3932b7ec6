import type { Actor } from "../access/actor.ts";
import type { GitCommit } from "../git/object-store.ts";
import type { PlacedIssue } from "../state/blocked-by.ts";
import type { PullRequest, Repository } from "../state/records.ts";
import type { User } from "../state/user.ts";
import type { World } from "../state/world.ts";

/** An object as GraphQL sees it: values, and functions of the field's arguments. */
export interface View {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

/** How each kind of record is seen by one caller; the views reach each other through this. */
export interface Views {
  readonly world: World;
  readonly actor: Actor;
  issue(placed: PlacedIssue): View;
  pull(repository: Repository, issue: PullRequest): View;
  repository(repository: Repository): View;
  user(user: User): View;
  /** Any git object; null if the repository has none of that SHA-1. */
  object(repository: Repository, sha: string | undefined): View | null;
  commit(repository: Repository, commit: GitCommit): View;
  ref(repository: Repository, qualifiedName: string): View | null;
}
