import type { IssueFlag, PatchSummary } from "../model/patch.ts";

const words: Readonly<Record<IssueFlag["kind"], string>> = {
  changed: "is closed, and the spec has changed its task since: reopen it if there is work left",
  reopened:
    "was opened again, and the spec calls its task done: close it, or untick it in the spec",
  full: "holds so much text of people's that its task's does not fit, and stays as it is: move some into comments",
  retitled: "was given that title by hand, and gets the spec's back: change it there",
};

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
    ...flags.map(({ kind, number, title }) => `#${number} "${title}" ${words[kind]}`),
    ...remade.map(
      ({ number, taskId }) =>
        `#${number}, the issue of ${taskId}, is gone (deleted, moved to another repository or made a discussion): its task gets a new one`,
    ),
    ...doubts,
  ];
}
