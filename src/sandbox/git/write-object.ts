import { createHash } from "node:crypto";
import type { GitCommit, GitObject, ObjectStore, Signature, TreeEntry } from "./object-store.ts";

/** Stores a blob and gives its SHA-1, the same that git gives it. */
export function writeBlob(store: ObjectStore, content: Buffer): string {
  return writeObject(store, { type: "blob", content }, content);
}

/** Stores a tree of the given entries, in git's order, and gives its SHA-1. */
export function writeTree(store: ObjectStore, entries: readonly TreeEntry[]): string {
  const sorted = entries.toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  const lines = sorted.map((entry) =>
    Buffer.concat([
      Buffer.from(`${entry.mode.replace(/^0/, "")} ${entry.name}\0`),
      Buffer.from(entry.sha, "hex"),
    ]),
  );
  return writeObject(store, { type: "tree", entries: sorted }, Buffer.concat(lines));
}

/** Stores a commit and gives its SHA-1; times are cut to whole seconds, in UTC. */
export function writeCommit(store: ObjectStore, commit: Omit<GitCommit, "type" | "sha">): string {
  const text = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${renderSignature(commit.author)}`,
    `committer ${renderSignature(commit.committer)}`,
    "",
    commit.message,
  ].join("\n");
  const content = Buffer.from(text);
  const sha = hashObject("commit", content);
  store.objects.set(sha, { type: "commit", sha, ...commit });
  return sha;
}

function writeObject(store: ObjectStore, object: GitObject, content: Buffer): string {
  const sha = hashObject(object.type, content);
  if (!store.objects.has(sha)) store.objects.set(sha, object);
  return sha;
}

function hashObject(type: string, content: Buffer): string {
  return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}

/** git sorts a folder as if its name ended in a slash. */
function sortKey(entry: TreeEntry): Buffer {
  return Buffer.from(entry.mode === "040000" ? `${entry.name}/` : entry.name);
}

function renderSignature({ name, email, at }: Signature): string {
  return `${name} <${email}> ${Math.floor(at / 1000)} +0000`;
}
