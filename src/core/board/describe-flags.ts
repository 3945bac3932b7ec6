import type { PatchSummary } from "../model/patch.ts";

/**
 * What people should look at after an apply, one line each: where they and the spec say different
 * things, where an issue on record is gone, and where an issue may be a task's.
 */
export function describeFlags({
  flags,
  remade,
  doubts,
}: Pick<PatchSummary, "flags" | "remade" | "doubts">): readonly string[] {
  return [
    ...flags.map(({ kind, number, title }) =>
      kind === "changed"
        ? `#${number} "${title}" is closed, and the spec has changed its task since: reopen it if there is work left`
        : `#${number} "${title}" was opened again, and the spec calls its task done: close it, or untick it in the spec`,
    ),
    ...remade.map(
      ({ number, taskId }) =>
        `#${number}, the issue of ${taskId}, is gone (deleted, moved to another repository or made a discussion): its task gets a new one`,
    ),
    ...doubts,
  ];
}
