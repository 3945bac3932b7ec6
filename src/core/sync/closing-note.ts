import { splitManagedBlock } from "../text/split-managed-block.ts";

/** What a managed block says of its issue's being closed: why we closed it, or that its task changed since people did. */
export type ClosingReason = "dropped" | "done" | "changed" | "undone";

const notes: Readonly<Record<ClosingReason, string>> = {
  dropped: "_This task is no longer in the spec, so its issue was closed as not planned._",
  undone: "_The apply that made this plan was undone._",
  done: "_The spec calls this task done._",
  changed:
    "_The spec has changed this task since its issue was closed. Reopen the issue if there is work left._",
};

/**
 * A managed block with that note below its marker. By it we know later that it was we who closed the
 * issue, or that we have told of the change already.
 */
export function addClosingNote(block: string, reason: ClosingReason): string {
  const [marker = "", ...lines] = block.split("\n");
  return [marker, notes[reason], "", ...lines].join("\n");
}

/** Whether the managed block of a body holds that note. */
export function hasClosingNote(body: string, reason: ClosingReason): boolean {
  return splitManagedBlock(body).block?.includes(`\n${notes[reason]}\n`) ?? false;
}
