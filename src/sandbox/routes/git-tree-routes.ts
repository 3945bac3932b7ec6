import type { FileMode, ObjectStore } from "../git/object-store.ts";
import { readBlob, resolveCommit } from "../git/read-object.ts";
import { listEntries, type TreeFile, writeChanges } from "../git/tree-files.ts";
import { writeBlob } from "../git/write-object.ts";
import type { RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { notFound, Refusal } from "../refusal.ts";
import { repositoryUrl } from "../render/repository-url.ts";
import { checkNotEmpty } from "./git-ref-routes.ts";

/** One entry of a tree that is sent. */
interface SentEntry {
  readonly path?: string;
  readonly mode?: FileMode;
  readonly sha?: string | null;
  readonly content?: string;
}

/** Source: https://docs.github.com/en/rest/git/trees */
export const gitTreeRoutes: RepositoryRoutes = {
  "git/get-tree": (call) => {
    checkNotEmpty(call.repository);
    const { git } = call.repository;
    const revision = call.parameters.tree_sha ?? "";
    const sha = resolveCommit(git, revision)?.tree ?? revision;
    if (git.objects.get(sha)?.type !== "tree") throw notFound();
    return { status: 200, body: renderTree(call, sha, call.query.recursive !== undefined) };
  },
  "git/create-tree": (call) => {
    const { base_tree: base, tree } = call.body as { base_tree?: string; tree: SentEntry[] };
    const { git } = call.repository;
    checkNotEmpty(call.repository);
    const baseTree = base === undefined ? undefined : (resolveCommit(git, base)?.tree ?? base);
    if (baseTree !== undefined && git.objects.get(baseTree)?.type !== "tree") {
      throw new Refusal(422, "base_tree is not a valid tree oid");
    }
    const known = new Set(baseTree && listEntries(git, baseTree).map((entry) => entry.path));
    const changes = tree.map((entry) => toChange(git, entry, known));
    const sha = writeChanges(git, baseTree, new Map(changes));
    return { status: 201, body: renderTree(call, sha, false) };
  },
};

function toChange(
  git: ObjectStore,
  { path = "", mode = "100644", sha, content }: SentEntry,
  known: ReadonlySet<string>,
): [string, TreeFile | null] {
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..")) {
    throw new Refusal(422, "tree.path contains a malformed path component");
  }
  if (sha === null) {
    if (!known.has(path)) throw new Refusal(422, "GitRPC::BadObjectState");
    return [path, null];
  }
  if (content !== undefined && sha !== undefined) {
    throw new Refusal(422, "Must supply either tree.sha or tree.content");
  }
  if (content !== undefined) return [path, { sha: writeBlob(git, Buffer.from(content)), mode }];
  const type = mode === "040000" ? "tree" : "blob";
  if (sha === undefined || (mode !== "160000" && git.objects.get(sha)?.type !== type)) {
    throw new Refusal(422, `tree.sha ${sha} is not a valid ${type}`);
  }
  return [path, { sha, mode }];
}

function renderTree({ world, repository }: RepositoryCall, sha: string, isRecursive: boolean) {
  const url = `${repositoryUrl(world, repository)}/git`;
  const { git } = repository;
  const entries = listEntries(git, sha).filter(({ path }) => isRecursive || !path.includes("/"));
  const tree = entries.map(({ path, mode, sha }) =>
    mode === "040000"
      ? { path, mode, type: "tree", sha, url: `${url}/trees/${sha}` }
      : { path, mode, ...renderLeaf(sha, mode) },
  );
  return { sha, url: `${url}/trees/${sha}`, tree, truncated: false };

  function renderLeaf(sha: string, mode: FileMode) {
    if (mode === "160000") return { type: "commit", sha };
    return {
      type: "blob",
      sha,
      size: readBlob(git, sha).content.length,
      url: `${url}/blobs/${sha}`,
    };
  }
}
