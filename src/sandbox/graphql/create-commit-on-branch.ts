import { getUser } from "../access/actor.ts";
import { findEntry, readCommit } from "../git/read-object.ts";
import { commitFiles } from "../state/commit-files.ts";
import { NO_SHA } from "../state/move-ref.ts";
import type { Repository } from "../state/records.ts";
import { listMissingChecks } from "../state/required-checks.ts";
import { canSee } from "./can-see.ts";
import { queryError } from "./query-error.ts";
import { requireWrite } from "./require-write.ts";
import type { Views } from "./views.ts";

interface CommitInput {
  readonly branch: {
    readonly id?: string | null;
    readonly repositoryNameWithOwner?: string | null;
    readonly branchName?: string | null;
  };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string | null };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
    readonly deletions?: readonly { readonly path: string }[] | null;
  } | null;
  readonly clientMutationId?: string | null;
}

/**
 * The mutation of that name: one commit on a branch that must be where the caller has seen it.
 *
 * @throws a `GraphQLError` of type STALE_DATA if the branch has moved on.
 */
export function createCommitOnBranch(views: Views, input: CommitInput) {
  const { repository, branch } = findBranch(views, input.branch);
  requireWrite(views, repository, "git/update-ref");
  const head = repository.git.refs.get(`refs/heads/${branch}`);
  if (head === undefined) {
    throw queryError("NOT_FOUND", `No such branch '${branch}'`);
  }
  if (head !== input.expectedHeadOid) {
    const message = `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`;
    throw queryError("STALE_DATA", message);
  }
  if (listMissingChecks(views.world, repository, branch, NO_SHA).length > 0) {
    throw queryError("UNPROCESSABLE", "Repository rule violations found");
  }
  const { headline, body } = input.message;
  const sha = commitFiles(views.world, repository, {
    branch,
    files: toFiles(repository, head, input.fileChanges ?? {}),
    message: body ? `${headline}\n\n${body}` : headline,
    sender: getUser(views.actor),
  });
  return {
    clientMutationId: input.clientMutationId ?? null,
    commit: views.object(repository, sha),
    ref: views.ref(repository, `refs/heads/${branch}`),
  };
}

function findBranch(
  views: Views,
  { id, repositoryNameWithOwner, branchName }: CommitInput["branch"],
) {
  if (id != null) return findById(views, id);
  const repository = views.world.repositories.get((repositoryNameWithOwner ?? "").toLowerCase());
  if (repository === undefined || !canSee(views.actor, repository) || branchName == null) {
    const message = `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`;
    throw queryError("NOT_FOUND", message);
  }
  return { repository, branch: branchName.replace(/^refs\/heads\//, "") };
}

function findById(views: Views, id: string) {
  const text = Buffer.from(id.replace(/^REF_/, ""), "base64url").toString();
  const [, repositoryId, branch = ""] = /^(\d+):refs\/heads\/(.+)$/.exec(text) ?? [];
  const repositories = [...views.world.repositories.values()];
  const repository = repositories.find((one) => String(one.id) === repositoryId);
  if (repository === undefined || !canSee(views.actor, repository)) {
    throw queryError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  }
  return { repository, branch };
}

function toFiles(
  { git }: Repository,
  head: string,
  { additions, deletions }: NonNullable<CommitInput["fileChanges"]>,
): Record<string, Buffer | null> {
  const { tree } = readCommit(git, head);
  const missing = (deletions ?? []).filter(({ path }) => findEntry(git, tree, path) === undefined);
  if (missing.length > 0) {
    const message = `A path was requested for deletion which does not exist as of commit oid \`${head}\``;
    throw queryError("UNPROCESSABLE", message);
  }
  const deleted = (deletions ?? []).map(({ path }) => [path, null] as const);
  const added = (additions ?? []).map(
    ({ path, contents }) => [path, Buffer.from(contents, "base64")] as const,
  );
  return Object.fromEntries([...deleted, ...added]);
}
