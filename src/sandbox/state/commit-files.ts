import type { Signature } from "../git/object-store.ts";
import { readCommit } from "../git/read-object.ts";
import { type TreeFile, writeChanges } from "../git/tree-files.ts";
import { writeBlob, writeCommit } from "../git/write-object.ts";
import { moveRef } from "./move-ref.ts";
import type { Repository } from "./records.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** A commit to be put on a branch. */
export interface FilesCommit {
  readonly branch: string;
  /** New contents by path; null takes the file away. */
  readonly files: Readonly<Record<string, string | Buffer | null>>;
  readonly message: string;
  readonly sender: User;
  readonly author?: Signature;
  readonly committer?: Signature;
  /** Where a branch that is not there yet starts; by default at nothing. */
  readonly startSha?: string | undefined;
}

/** Commits files on top of a branch (made if it is not there) and gives the commit's SHA-1. */
export function commitFiles(world: World, repository: Repository, commit: FilesCommit): string {
  const { git } = repository;
  const ref = `refs/heads/${commit.branch}`;
  const parent = git.refs.get(ref) ?? commit.startSha;
  const changes = new Map<string, TreeFile | null>();
  for (const [path, content] of Object.entries(commit.files)) {
    const file = content === null ? null : writeFile(content);
    changes.set(path, file);
  }
  const signature = { name: commit.sender.name, email: commit.sender.email, at: world.now() };
  const sha = writeCommit(git, {
    tree: writeChanges(git, parent && readCommit(git, parent).tree, changes),
    parents: parent === undefined ? [] : [parent],
    author: commit.author ?? signature,
    committer: commit.committer ?? signature,
    message: commit.message,
  });
  moveRef(world, repository, ref, sha, commit.sender);
  return sha;

  function writeFile(content: string | Buffer): TreeFile {
    return {
      sha: writeBlob(git, typeof content === "string" ? Buffer.from(content) : content),
      mode: "100644",
    };
  }
}
