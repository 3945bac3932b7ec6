import { splitManagedBlock } from "../text/split-managed-block.ts";

/** Why we closed an issue. */
export type ClosingReason = "dropped" | "done";

const notes: Readonly<Record<ClosingReason, string>> = {
  dropped: "_This task is no longer in the spec, so its issue was closed as not planned._",
  done: "_The spec calls this task done._",
};

/** The line of a managed block by which we know later that it was we who closed its issue. */
export function renderClosingNote(reason: ClosingReason): string {
  return notes[reason];
}

/** Whether the managed block of a body holds that line. */
export function hasClosingNote(body: string, reason: ClosingReason): boolean {
  return splitManagedBlock(body).block?.includes(`\n${notes[reason]}\n`) ?? false;
}
