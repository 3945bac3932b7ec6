import type { ObjectStore } from "./object-store.ts";
import { listFiles, type TreeFile } from "./tree-files.ts";

/** How one file differs between two trees. */
export interface FileChange {
  readonly path: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
  readonly previousPath?: string;
  readonly from?: TreeFile;
  readonly to?: TreeFile;
}

/**
 * The files that differ between two trees, sorted by path. A file that went away while the same content
 * came up elsewhere is renamed; unlike GitHub, a rename with an edit is not recognised.
 */
export function diffFiles(
  store: ObjectStore,
  fromTree: string | undefined,
  toTree: string | undefined,
): FileChange[] {
  const from = listFiles(store, fromTree);
  const to = listFiles(store, toTree);
  const changes: FileChange[] = [];
  const removed = [...from].filter(([path]) => !to.has(path));
  for (const [path, file] of to) {
    const before = from.get(path);
    if (before === undefined) changes.push(toAddition(path, file, removed));
    else if (before.sha !== file.sha || before.mode !== file.mode) {
      changes.push({ path, status: "modified", from: before, to: file });
    }
  }
  for (const [path, file] of removed) changes.push({ path, status: "removed", from: file });
  return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** An added file, or a renamed one: then its old place is taken off the removed ones. */
function toAddition(path: string, to: TreeFile, removed: [string, TreeFile][]): FileChange {
  const index = removed.findIndex(([, file]) => file.sha === to.sha);
  const [old] = index < 0 ? [] : removed.splice(index, 1);
  if (old === undefined) return { path, status: "added", to };
  return { path, status: "renamed", previousPath: old[0], from: old[1], to };
}
