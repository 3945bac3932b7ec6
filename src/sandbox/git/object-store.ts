/** Kind of a file in a tree, as git writes it. */
export type FileMode = "100644" | "100755" | "120000" | "160000" | "040000";

/** One line of a tree. */
export interface TreeEntry {
  readonly name: string;
  readonly mode: FileMode;
  readonly sha: string;
}

/** Who made a commit, and when (epoch milliseconds; git keeps seconds). */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly at: number;
}

export interface GitBlob {
  readonly type: "blob";
  readonly content: Buffer;
}

export interface GitTree {
  readonly type: "tree";
  readonly entries: readonly TreeEntry[];
}

export interface GitCommit {
  readonly type: "commit";
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export type GitObject = GitBlob | GitTree | GitCommit;

/** A repository's git: objects by SHA-1, and full ref names (`refs/heads/main`) to SHA-1. */
export interface ObjectStore {
  /** Shared with forks, as on GitHub. */
  readonly objects: Map<string, GitObject>;
  readonly refs: Map<string, string>;
}
