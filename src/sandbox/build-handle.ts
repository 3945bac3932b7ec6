import { findEntry, readBlob, resolveCommit } from "./git/read-object.ts";
import { countRequests, type SeenRequest } from "./http/request-log.ts";
import type { CommitOptions, RepositoryOptions, Sandbox, TokenOptions } from "./sandbox.ts";
import { createApp, installApp } from "./state/apps.ts";
import { listBlockers } from "./state/blocked-by.ts";
import { getCheckRun, pressCheckAction, rerequestCheckRun } from "./state/check-runs.ts";
import { commitFiles } from "./state/commit-files.ts";
import { ensureUser } from "./state/ensure-user.ts";
import { addIssueField } from "./state/issue-fields.ts";
import { addIssueType } from "./state/issue-types.ts";
import { getIssue } from "./state/issues.ts";
import type { Repository, RequiredCheck } from "./state/records.ts";
import { createRepository, getRepository } from "./state/repositories.ts";
import { getParent } from "./state/sub-issue-tree.ts";
import type { World } from "./state/world.ts";

/** The part of a sandbox that reads and changes its world without HTTP. */
export type Handle = Omit<
  Sandbox,
  "url" | "close" | "faults" | "faultsOfOurs" | "requests" | "webhooks" | "webhooksSettled"
>;

/** Opens a world to tests and the demo. */
export function buildHandle(world: World, requests: readonly SeenRequest[]): Handle {
  const repository = (fullName: string) => getRepository(world, fullName);
  return {
    world,
    repository,
    createRepository: (options) => create(world, options),
    addUser: (login, type) => ensureUser(world, login, type),
    addToken: (token, options) => addToken(world, token, options),
    createApp: (options) => createApp(world, options),
    installApp: (app, fullNames) => installApp(world, app, fullNames.map(repository)),
    protectBranch: (fullName, branch, { requiredChecks }) =>
      protect(repository(fullName), branch, requiredChecks),
    rerequestCheckRun: (fullName, id, login) => {
      const place = { repository: repository(fullName), sender: ensureUser(world, login) };
      rerequestCheckRun(world, place, getCheckRun(world, place.repository, id));
    },
    pressCheckAction: (fullName, id, identifier, login) => {
      const place = { repository: repository(fullName), sender: ensureUser(world, login) };
      pressCheckAction(world, place, getCheckRun(world, place.repository, id), identifier);
    },
    commitFiles: (target, branch, files, message, options) => {
      const found = typeof target === "string" ? repository(target) : target;
      return commit(world, found, { branch, files, message, ...options });
    },
    counts: () => countRequests(requests),
    parentOf: (fullName, number) =>
      getParent(world, getIssue(repository(fullName), number))?.issue.number,
    addIssueType: (owner, name) => addIssueType(world, ensureUser(world, owner), name),
    addIssueField: (owner, field) => addIssueField(world, ensureUser(world, owner), field),
    readFile: (fullName, path, revision) => readFile(repository(fullName), path, revision),
    issues: (fullName) => [...repository(fullName).issues.values()],
    labels: (fullName) => [...repository(fullName).labels.values()],
    blockersOf: (fullName, number) =>
      listBlockers(world, getIssue(repository(fullName), number)).map(({ issue }) => issue.number),
  };
}

function protect(
  { requiredChecks }: Repository,
  branch: string,
  checks: readonly RequiredCheck[],
): void {
  if (checks.length === 0) requiredChecks.delete(branch);
  else requiredChecks.set(branch, checks);
}

function create(world: World, { files, ...fields }: RepositoryOptions): Repository {
  const repository = createRepository(world, fields);
  if (files !== undefined) {
    commit(world, repository, {
      branch: repository.defaultBranch,
      files,
      message: "Initial commit",
    });
  }
  return repository;
}

function addToken(world: World, token: string, options: TokenOptions): string {
  const {
    login,
    kind = "user",
    permission = "write",
    permissions = {},
    repositories = {},
  } = options;
  const levels = Object.entries(repositories).map(
    ([name, level]) => [name.toLowerCase(), level] as const,
  );
  ensureUser(world, login);
  world.tokens.set(token, {
    kind,
    login,
    level: permission,
    levels: new Map(levels),
    scopes: permissions,
    appId: options.appId,
  });
  return token;
}

interface DirectCommit extends CommitOptions {
  readonly branch: string;
  readonly files: Readonly<Record<string, string | Buffer | null>>;
  readonly message: string;
}

function commit(world: World, repository: Repository, options: DirectCommit): string {
  const { login = repository.owner.login, from = repository.defaultBranch, ...rest } = options;
  const startSha = resolveCommit(repository.git, from)?.sha;
  const sender = ensureUser(world, login);
  return commitFiles(world, repository, { ...rest, sender, startSha });
}

function readFile(repository: Repository, path: string, revision?: string): string | undefined {
  const { git, defaultBranch } = repository;
  const start = resolveCommit(git, revision ?? defaultBranch);
  const entry = start && findEntry(git, start.tree, path);
  if (entry === undefined || entry.mode === "040000") return undefined;
  return readBlob(git, entry.sha).content.toString();
}
