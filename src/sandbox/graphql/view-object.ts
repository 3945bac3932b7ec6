import type { GitCommit, GitTree } from "../git/object-store.ts";
import { repositoryPage } from "../render/repository-url.ts";
import { renderTime } from "../render/scalars.ts";
import type { Repository } from "../state/records.ts";
import type { View, Views } from "./views.ts";

/** Texts over this many bytes are cut. */
const MAX_TEXT_BYTES = 512_000;

/** A commit, tree or blob; null if the repository has none of that SHA-1. */
export function viewObject(
  views: Views,
  repository: Repository,
  sha: string | undefined,
): View | null {
  const object = sha === undefined ? undefined : repository.git.objects.get(sha);
  if (object === undefined || sha === undefined) return null;
  if (object.type === "commit") return viewCommit(views, repository, object);
  if (object.type === "tree") return viewTree(views, repository, sha, object);
  const { content } = object;
  const isBinary = content.includes(0);
  return {
    __typename: "Blob",
    id: `B_${sha}`,
    oid: sha,
    byteSize: content.length,
    isBinary,
    isTruncated: content.length > MAX_TEXT_BYTES,
    text: isBinary ? null : content.subarray(0, MAX_TEXT_BYTES).toString(),
  };
}

/** A commit. */
export function viewCommit(views: Views, repository: Repository, commit: GitCommit): View {
  return {
    __typename: "Commit",
    id: `C_${commit.sha}`,
    oid: commit.sha,
    message: commit.message,
    messageHeadline: commit.message.split("\n", 1)[0],
    authoredDate: renderTime(commit.author.at),
    committedDate: renderTime(commit.committer.at),
    tree: () => views.object(repository, commit.tree),
    url: `${repositoryPage(views.world, repository)}/commit/${commit.sha}`,
  };
}

function viewTree(views: Views, repository: Repository, sha: string, { entries }: GitTree): View {
  return {
    __typename: "Tree",
    id: `T_${sha}`,
    oid: sha,
    entries: entries.map((entry) => ({
      name: entry.name,
      path: entry.name,
      mode: Number.parseInt(entry.mode, 8),
      oid: entry.sha,
      type: entry.mode === "040000" ? "tree" : "blob",
      object: () => views.object(repository, entry.sha),
    })),
  };
}
