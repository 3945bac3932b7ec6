import { notFound } from "../refusal.ts";
import { ensureUser } from "./ensure-user.ts";
import type { Repository } from "./records.ts";
import type { World } from "./world.ts";

/** What a repository is made with. */
export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly defaultBranch?: string;
  readonly hasIssues?: boolean;
  /** The type of the owner, if nobody of that login is known yet. */
  readonly ownerType?: "User" | "Organization";
  /** `owner/name` of the repository this is a fork of: shares its objects, starts with its branches. */
  readonly forkOf?: string;
}

/** Makes an empty repository, or a fork with the branches of its parent. */
export function createRepository(world: World, fields: NewRepository): Repository {
  const { owner, name, defaultBranch = "main", hasIssues = true, isPrivate = false } = fields;
  const key = `${owner}/${name}`.toLowerCase();
  if (world.repositories.has(key))
    throw new Error(`There is a repository ${owner}/${name} already`);
  const parent = fields.forkOf === undefined ? undefined : getRepository(world, fields.forkOf);
  const at = world.now();
  const repository: Repository = {
    id: world.nextId(),
    owner: ensureUser(world, owner, fields.ownerType ?? "User"),
    name,
    defaultBranch: parent?.defaultBranch ?? defaultBranch,
    isPrivate,
    parent,
    isArchived: false,
    hasIssues,
    createdAt: at,
    pushedAt: at,
    git: { objects: parent?.git.objects ?? new Map(), refs: new Map(parent?.git.refs) },
    issues: new Map(),
    goneIssues: new Map(),
    labels: new Map(),
    milestones: new Map(),
    comments: new Map(),
    checkRuns: new Map(),
    checkSuites: new Map(),
    requiredChecks: new Map(),
    statuses: [],
  };
  world.repositories.set(key, repository);
  return repository;
}

/** The repository of that full name, in any case. @throws {Refusal} 404 if there is none. */
export function getRepository(world: World, fullName: string): Repository {
  const repository = world.repositories.get(fullName.toLowerCase());
  if (repository === undefined) throw notFound();
  return repository;
}
