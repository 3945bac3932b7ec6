import { isAncestor } from "../git/history.ts";
import { paginate } from "../http/paginate.ts";
import type { Answer, RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { notFound, Refusal } from "../refusal.ts";
import { repositoryUrl } from "../render/repository-url.ts";
import { renderPath } from "../render/scalars.ts";
import { moveRef } from "../state/move-ref.ts";
import type { Repository } from "../state/records.ts";
import { checkRules } from "../state/required-checks.ts";
import { getSender } from "./sender.ts";

/** Source: https://docs.github.com/en/rest/git/refs */
export const gitRefRoutes: RepositoryRoutes = {
  "git/get-ref": (call) => {
    checkNotEmpty(call.repository);
    return answerRef(call, 200, toRef(call));
  },
  "git/list-matching-refs": (call) => {
    checkNotEmpty(call.repository);
    const refs = [...call.repository.git.refs.keys()].filter((ref) => ref.startsWith(toRef(call)));
    return paginate(call, refs.toSorted(), (ref) => renderRef(call, ref));
  },
  "git/create-ref": (call) => {
    const { ref, sha } = call.body as { ref: string; sha: string };
    const { git } = call.repository;
    checkNotEmpty(call.repository);
    if (!/^refs\/[^/]+\/[^\s~^:?*[\\]+$/.test(ref) || ref.includes("..") || ref.endsWith("/")) {
      throw new Refusal(422, `${ref} is not a valid ref name.`);
    }
    if (git.refs.has(ref)) throw new Refusal(422, "Reference already exists");
    checkIsCommit(call.repository, sha);
    moveRef(call.world, call.repository, ref, sha, getSender(call).sender);
    return answerRef(call, 201, ref);
  },
  "git/update-ref": (call) => {
    const { sha, force = false } = call.body as { sha: string; force?: boolean };
    const { git } = call.repository;
    const ref = toRef(call);
    const before = getExistingRef(call.repository, ref);
    checkIsCommit(call.repository, sha);
    if (!force && !isAncestor(git, before, sha)) {
      throw new Refusal(422, "Update is not a fast forward");
    }
    checkRules(call.world, call.repository, { branch: toBranch(ref), sha }, 422);
    moveRef(call.world, call.repository, ref, sha, getSender(call).sender);
    return answerRef(call, 200, ref);
  },
  "git/delete-ref": (call) => {
    const ref = toRef(call);
    getExistingRef(call.repository, ref);
    moveRef(call.world, call.repository, ref, null, getSender(call).sender);
    return { status: 204 };
  },
};

/** @throws {Refusal} 409: a repository without a commit has no git database yet. */
export function checkNotEmpty({ git }: Repository): void {
  if (git.refs.size === 0) throw new Refusal(409, "Git Repository is empty.");
}

function toRef({ parameters }: RepositoryCall): string {
  return `refs/${parameters.ref}`;
}

function toBranch(ref: string): string {
  return ref.replace(/^refs\/heads\//, "");
}

function getExistingRef(repository: Repository, ref: string): string {
  const sha = repository.git.refs.get(ref);
  if (sha === undefined) throw new Refusal(422, "Reference does not exist");
  return sha;
}

function checkIsCommit({ git }: Repository, sha: string): void {
  if (git.objects.get(sha)?.type !== "commit") throw new Refusal(422, "Object does not exist");
}

function answerRef(call: RepositoryCall, status: number, ref: string): Answer {
  if (!call.repository.git.refs.has(ref)) throw notFound();
  return { status, body: renderRef(call, ref) };
}

function renderRef({ world, repository }: RepositoryCall, ref: string) {
  const url = `${repositoryUrl(world, repository)}/git`;
  const sha = repository.git.refs.get(ref) ?? "";
  return {
    ref,
    node_id: `REF_${Buffer.from(ref).toString("base64url")}`,
    url: `${url}/${renderPath(ref)}`,
    object: { type: "commit", sha, url: `${url}/commits/${sha}` },
  };
}
