import type { ObjectStore } from "./object-store.ts";
import { listFiles, type TreeFile, writeChanges } from "./tree-files.ts";

/** Either the merged tree, or the paths that both sides changed in different ways. */
export type MergeResult =
  | { readonly kind: "merged"; readonly tree: string }
  | { readonly kind: "conflict"; readonly paths: readonly string[] };

/**
 * Merges what `theirs` did since `base` into `ours`, path by path: a path that only one side changed takes
 * that side's. Two different edits of one file are a conflict even where git could merge their lines.
 */
export function mergeTrees(
  store: ObjectStore,
  trees: { readonly base: string; readonly ours: string; readonly theirs: string },
): MergeResult {
  const base = listFiles(store, trees.base);
  const ours = listFiles(store, trees.ours);
  const theirs = listFiles(store, trees.theirs);
  const changes = new Map<string, TreeFile | null>();
  const conflicts: string[] = [];
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const [was, mine, wanted] = [base.get(path), ours.get(path), theirs.get(path)];
    if (isSame(was, wanted) || isSame(mine, wanted)) continue;
    if (isSame(was, mine)) changes.set(path, wanted ?? null);
    else conflicts.push(path);
  }
  if (conflicts.length > 0) return { kind: "conflict", paths: conflicts.toSorted() };
  return { kind: "merged", tree: writeChanges(store, trees.ours, changes) };
}

function isSame(a: TreeFile | undefined, b: TreeFile | undefined): boolean {
  return a?.sha === b?.sha && a?.mode === b?.mode;
}
