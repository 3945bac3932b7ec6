import type { GitBlob, GitCommit, GitTree, ObjectStore, TreeEntry } from "./object-store.ts";

/** The commit of that SHA-1. @throws if the store has none: a caller checks what people send first. */
export function readCommit(store: ObjectStore, sha: string): GitCommit {
  const object = store.objects.get(sha);
  if (object?.type !== "commit") throw new Error(`${sha} is not a commit of this store`);
  return object;
}

/** The tree of that SHA-1. @throws if the store has none. */
export function readTree(store: ObjectStore, sha: string): GitTree {
  const object = store.objects.get(sha);
  if (object?.type !== "tree") throw new Error(`${sha} is not a tree of this store`);
  return object;
}

/** The blob of that SHA-1. @throws if the store has none. */
export function readBlob(store: ObjectStore, sha: string): GitBlob {
  const object = store.objects.get(sha);
  if (object?.type !== "blob") throw new Error(`${sha} is not a blob of this store`);
  return object;
}

/** What stands at a path below a tree; the empty path is the tree itself; undefined if nothing does. */
export function findEntry(
  store: ObjectStore,
  treeSha: string,
  path: string,
): TreeEntry | undefined {
  let entry: TreeEntry | undefined = { name: "", mode: "040000", sha: treeSha };
  for (const name of path.split("/").filter((part) => part !== "")) {
    if (entry?.mode !== "040000") return undefined;
    entry = readTree(store, entry.sha).entries.find((one) => one.name === name);
  }
  return entry;
}

/** The commit that a branch name, tag name, ref name or SHA-1 (7 digits or more) means, if any. */
export function resolveCommit(store: ObjectStore, revision: string): GitCommit | undefined {
  const names = [`refs/heads/${revision}`, `refs/tags/${revision}`, `refs/${revision}`, revision];
  const named = names.map((name) => store.refs.get(name)).find((sha) => sha !== undefined);
  const object = store.objects.get(named ?? expandSha(store, revision));
  return object?.type === "commit" ? object : undefined;
}

function expandSha(store: ObjectStore, start: string): string {
  if (!/^[0-9a-f]{7,39}$/.test(start)) return start;
  return [...store.objects.keys()].find((sha) => sha.startsWith(start)) ?? start;
}
