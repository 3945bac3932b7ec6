import type { SpecTask } from "../../model/spec.ts";
import { groupBy } from "../../text/group-by.ts";
import { isChangedFile } from "./is-changed-file.ts";

/** How sure it is that two changes get in each other's way: where both say that they change the file, and where one only lists it. */
const changedConfidence = 0.9;
const listedConfidence = 0.75;

/** Files that the same tasks change. */
export interface SharedFiles {
  readonly paths: readonly string[];
  /** At least two, in document order. */
  readonly tasks: readonly SpecTask[];
  readonly confidence: number;
}

/**
 * Files that two tasks or more change, put together where the same tasks do; those of most tasks first,
 * then in document order. Tasks that say that they can run beside others are left out.
 */
export function listSharedFiles(tasks: readonly SpecTask[]): readonly SharedFiles[] {
  const uses = tasks
    .filter(({ isParallel }) => !isParallel)
    .flatMap((task) =>
      task.files
        .filter((file) => isChangedFile(file, task))
        .map(({ path, action }) => ({ task, path, isSaid: action !== undefined })),
    );
  const shared = [...groupBy(uses, ({ path }) => path)].flatMap(([path, users]) => {
    const changers = [...new Set(users.map(({ task }) => task))];
    const isSaid = users.every((use) => use.isSaid);
    return changers.length < 2 ? [] : [{ path, changers, isSaid }];
  });
  const toSet = ({ changers }: (typeof shared)[number]) =>
    changers.map(({ ref }) => ref).join("\n");
  return [...groupBy(shared, toSet).values()]
    .map((same) => ({
      paths: same.map(({ path }) => path),
      tasks: same[0]?.changers ?? [],
      confidence: same.every(({ isSaid }) => isSaid) ? changedConfidence : listedConfidence,
    }))
    .sort((a, b) => b.tasks.length - a.tasks.length);
}
