import { notFound, Refusal } from "../refusal.ts";
import type { Repository } from "../state/records.ts";
import { getRepository } from "../state/repositories.ts";
import type { World } from "../state/world.ts";
import type { Actor } from "./actor.ts";
import { judgeLevel } from "./judge-level.ts";
import { toScope } from "./operation-scope.ts";
import type { Level, Scope } from "./token.ts";

/** What somebody wants to do in a repository. */
export interface Wish {
  readonly operationId: string;
  readonly isWrite: boolean;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Writes that somebody may do who can only read: open issues, comment, change what is theirs. */
const OPEN_WRITES = new Set([
  "issues/create",
  "issues/update",
  "issues/create-comment",
  "issues/update-comment",
  "issues/delete-comment",
]);

/**
 * The repository of a request, once it is clear that the caller may do there what they want.
 *
 * @throws {Refusal} 404 for what is not there or not to be seen, 401 for nobody known, 403 otherwise.
 */
export function judgeAccess(world: World, actor: Actor, wish: Wish): Repository {
  const { owner = "", repo = "" } = wish.parameters;
  const repository = getRepository(world, `${owner}/${repo}`);
  if (judgeLevel(actor, repository) === "none") throw notFound();
  if (actor.kind !== "known") {
    if (wish.isWrite) throw new Refusal(401, "Requires authentication");
    return repository;
  }
  if (wish.isWrite && repository.isArchived) {
    throw new Refusal(403, "Repository was archived so is read-only.");
  }
  if (actor.token.kind === "integration") judgeScopes(actor, repository, wish);
  else if (wish.isWrite && !canPush(actor, repository) && !OPEN_WRITES.has(wish.operationId)) {
    throw new Refusal(403, "Must have push access to repository");
  }
  return repository;
}

/** Whether the caller may push, which is also what labels and assignees take. */
export function canPush(actor: Actor, repository: Repository): boolean {
  const level = judgeLevel(actor, repository);
  if (actor.kind === "known" && actor.token.kind === "integration") return true;
  return level === "write" || level === "admin";
}

function judgeScopes(
  actor: Extract<Actor, { kind: "known" }>,
  repository: Repository,
  { operationId, isWrite, parameters }: Wish,
): void {
  const scope = toScope(operationId);
  const number = Number(parameters.issue_number);
  const isAboutPull = scope === "issues" && repository.issues.get(number)?.pull !== undefined;
  const scopes: Scope[] = isAboutPull ? ["issues", "pull_requests"] : [scope];
  const needed = isWrite ? "write" : "read";
  const isAllowed = scopes.some((one) => covers(levelOf(actor, repository, one), needed));
  if (isAllowed || (!isWrite && !repository.isPrivate)) return;
  const accepted = scopes.map((one) => `${one}=${needed}`).join("; ");
  throw new Refusal(403, "Resource not accessible by integration", {
    headers: { "x-accepted-github-permissions": accepted },
  });
}

function levelOf(
  actor: Extract<Actor, { kind: "known" }>,
  repository: Repository,
  scope: Scope,
): Level {
  if (scope === "metadata") return "read";
  return actor.token.scopes[scope] ?? judgeLevel(actor, repository);
}

function covers(level: Level, needed: "read" | "write"): boolean {
  if (level === "none") return false;
  return needed === "read" || level !== "read";
}
