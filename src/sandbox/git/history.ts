import type { GitCommit, ObjectStore } from "./object-store.ts";
import { readCommit } from "./read-object.ts";

/** The commits that a commit reaches, itself included: newest first, and never a parent before its child. */
export function listHistory(store: ObjectStore, sha: string): GitCommit[] {
  const reached = reach(store, sha);
  const childCounts = new Map<string, number>();
  for (const commit of reached.values()) {
    for (const parent of commit.parents) {
      childCounts.set(parent, (childCounts.get(parent) ?? 0) + 1);
    }
  }
  const listed: GitCommit[] = [];
  const free = [readCommit(store, sha)];
  for (let commit = free.shift(); commit !== undefined; commit = free.shift()) {
    listed.push(commit);
    for (const parent of commit.parents) {
      const left = (childCounts.get(parent) ?? 0) - 1;
      childCounts.set(parent, left);
      if (left === 0) insertNewestFirst(free, readCommit(store, parent));
    }
  }
  return listed;
}

/** The commits that `head` reaches and `base` does not, oldest first. */
export function listCommitsBetween(store: ObjectStore, base: string, head: string): GitCommit[] {
  const known = reach(store, base);
  return listHistory(store, head)
    .filter((commit) => !known.has(commit.sha))
    .toReversed();
}

/** Whether one commit can be reached from another; every commit reaches itself. */
export function isAncestor(store: ObjectStore, ancestor: string, sha: string): boolean {
  return reach(store, sha).has(ancestor);
}

/** The newest commit that both reach, or undefined if their histories never met. */
export function findMergeBase(store: ObjectStore, a: string, b: string): GitCommit | undefined {
  const known = reach(store, a);
  return listHistory(store, b).find((commit) => known.has(commit.sha));
}

function reach(store: ObjectStore, sha: string): Map<string, GitCommit> {
  const reached = new Map<string, GitCommit>();
  const queue = [sha];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue;
    const commit = readCommit(store, next);
    reached.set(next, commit);
    queue.push(...commit.parents);
  }
  return reached;
}

function insertNewestFirst(commits: GitCommit[], commit: GitCommit): void {
  const at = commits.findIndex((other) => other.committer.at < commit.committer.at);
  commits.splice(at < 0 ? commits.length : at, 0, commit);
}
