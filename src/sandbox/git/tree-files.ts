import type { FileMode, ObjectStore, TreeEntry } from "./object-store.ts";
import { readTree } from "./read-object.ts";
import { writeTree } from "./write-object.ts";

/** A file of a tree: its blob and mode. */
export interface TreeFile {
  readonly sha: string;
  readonly mode: FileMode;
}

/** An entry with its path from the root of the listing. */
export interface PathEntry extends TreeFile {
  readonly path: string;
}

/** Everything below a tree, folders before what is in them. */
export function listEntries(store: ObjectStore, treeSha: string, prefix = ""): PathEntry[] {
  return readTree(store, treeSha).entries.flatMap(({ name, mode, sha }) => {
    const path = `${prefix}${name}`;
    const below = mode === "040000" ? listEntries(store, sha, `${path}/`) : [];
    return [{ path, mode, sha }, ...below];
  });
}

/** All files below a tree by their path; none for an absent tree. */
export function listFiles(store: ObjectStore, treeSha: string | undefined): Map<string, TreeFile> {
  if (treeSha === undefined) return new Map();
  const files = listEntries(store, treeSha).filter((entry) => entry.mode !== "040000");
  return new Map(files.map(({ path, mode, sha }) => [path, { mode, sha }]));
}

/** Stores a tree that differs from a base by the given files (null: not there any more) and gives its SHA-1. */
export function writeChanges(
  store: ObjectStore,
  baseTreeSha: string | undefined,
  changes: ReadonlyMap<string, TreeFile | null>,
): string {
  const entries = new Map<string, TreeEntry>(
    baseTreeSha === undefined
      ? []
      : readTree(store, baseTreeSha).entries.map((entry) => [entry.name, entry]),
  );
  for (const [folder, below] of groupByFolder(changes)) {
    const base = entries.get(folder);
    const baseSha = base?.mode === "040000" ? base.sha : undefined;
    const sha = writeChanges(store, baseSha, below);
    if (readTree(store, sha).entries.length === 0) entries.delete(folder);
    else entries.set(folder, { name: folder, mode: "040000", sha });
  }
  for (const [name, file] of changes) {
    if (name.includes("/")) continue;
    if (file === null) entries.delete(name);
    else entries.set(name, { name, ...file });
  }
  return writeTree(store, [...entries.values()]);
}

function groupByFolder(
  changes: ReadonlyMap<string, TreeFile | null>,
): Map<string, Map<string, TreeFile | null>> {
  const groups = new Map<string, Map<string, TreeFile | null>>();
  for (const [path, file] of changes) {
    const slash = path.indexOf("/");
    if (slash < 0) continue;
    const folder = path.slice(0, slash);
    const below = groups.get(folder) ?? new Map<string, TreeFile | null>();
    groups.set(folder, below.set(path.slice(slash + 1), file));
  }
  return groups;
}
