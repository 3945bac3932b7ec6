import type { ComparePair } from "./spare-closed.ts";
import type { TaskPair } from "./task-pair.ts";

/** How much speaks for two tasks being one. */
export interface PairVerdict {
  /** Likeness of the titles and what else speaks for and against; about 0 to 1.5. */
  readonly score: number;
  readonly similarity: number;
  readonly hasSameId: boolean;
  readonly hasSameFiles: boolean;
}

/** Weighs titles, files and own IDs of a pair. An ID that renumbering does not explain speaks against it. */
export function judgePair(pair: TaskPair, compare: ComparePair, isExplained: boolean): PairVerdict {
  const { task, recorded } = pair;
  const similarity = compare(pair);
  const hasSameId = task.ownId !== undefined && task.ownId === recorded.ownId;
  const isRenamed = task.ownId !== undefined && recorded.ownId !== undefined && !hasSameId;
  const shared = shareFiles(task.files, recorded.files ?? []);
  const forIds = hasSameId || isExplained ? 0.15 : isRenamed ? -0.3 : 0;
  const forFiles = shared === 1 ? 0.25 : shared > 0 ? 0.1 : 0;
  const score = similarity + forIds + forFiles;
  return { score, similarity, hasSameId, hasSameFiles: shared === 1 };
}

function shareFiles(files: TaskPair["task"]["files"], others: readonly string[]): number {
  const paths = new Set(files.map(({ path }) => path));
  const all = new Set([...paths, ...others]);
  return all.size === 0 ? 0 : others.filter((path) => paths.has(path)).length / all.size;
}
