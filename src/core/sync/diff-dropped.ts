import type { TaskId } from "../model/ids.ts";
import type { DesiredIssues, ObservedIssue, RecognisedIssues } from "../model/issue.ts";
import type { IssueChanges, PatchStep } from "../model/patch.ts";
import { splitManagedBlock } from "../text/split-managed-block.ts";
import { addClosingNote, hasClosingNote } from "./closing-note.ts";
import { mergeBody } from "./merge-body.ts";
import { endMarker, renderMarker } from "./render-marker.ts";

/**
 * Closes, as not planned and with the reason, the open issues of tasks that left the spec; the
 * rest of their text stays, ticked boxes too. An issue that is closed already is finished work or
 * a person's decision and stays as it is.
 *
 * @param released Tasks whose issue is given back instead.
 */
export function diffDropped(
  desired: DesiredIssues,
  recognised: RecognisedIssues,
  released: ReadonlySet<TaskId>,
): PatchStep[] {
  const wanted = new Set(desired.issues.map((issue) => issue.taskId));
  const steps: PatchStep[] = [];
  for (const [taskId, issue] of recognised.issues) {
    if (wanted.has(taskId) || released.has(taskId) || issue.state === "closed") continue;
    if (hasClosingNote(issue.body, "dropped")) continue; // a person has opened it again
    const marker = renderMarker({ kind: "task", planId: desired.planId, taskId });
    const block = addClosingNote(takeBlock(issue, marker), "dropped");
    const changes: IssueChanges = {
      body: mergeBody(block, issue.body),
      state: "closed",
      stateReason: "not_planned",
    };
    steps.push({ kind: "update-issue", taskId, number: issue.number, changes, block });
  }
  return steps;
}

/** The block as it stands, with our own marker again; a bare one where people took it away. */
function takeBlock({ body }: ObservedIssue, marker: string): string {
  const { block } = splitManagedBlock(body);
  const lines = block?.split("\n").slice(1) ?? [endMarker];
  return [marker, ...lines].join("\n");
}
