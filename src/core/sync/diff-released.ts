import type { TaskId } from "../model/ids.ts";
import type { ObservedIssue, RecognisedIssues } from "../model/issue.ts";
import type { IssueChanges, PatchStep } from "../model/patch.ts";
import type { PlanRecord, RecordedTask } from "../model/record.ts";
import { isOurClosing } from "./is-our-closing.ts";
import { listOurLabels } from "./list-our-labels.ts";
import { mergeBody } from "./merge-body.ts";
import { renderIssueTitle } from "./render-issue-title.ts";

/**
 * Gives issues that were taken over back to the people who made them: without our block and our labels, and with
 * their title unless people gave them another since. None is closed; one that we closed is opened again.
 */
export function diffReleased(
  released: ReadonlySet<TaskId>,
  recognised: RecognisedIssues,
  record: PlanRecord | undefined,
): PatchStep[] {
  return (record?.tasks ?? []).flatMap((last) => {
    const issue = released.has(last.id) ? recognised.issues.get(last.id) : undefined;
    return issue === undefined ? [] : release(last, issue, recognised);
  });
}

function release(
  last: RecordedTask,
  observed: ObservedIssue,
  { logins, labels }: RecognisedIssues,
): PatchStep[] {
  const { id: taskId, ownId, title, adoptedTitle } = last;
  const { number } = observed;
  const body = mergeBody("", observed.body);
  const isOurs = observed.title === renderIssueTitle(ownId, title);
  const isReopened = observed.state === "closed" && isOurClosing(observed, "done", logins);
  const changes: IssueChanges = {
    ...(isOurs && adoptedTitle !== undefined && { title: adoptedTitle }),
    ...(body !== observed.body.replaceAll("\r\n", "\n") && { body }),
    ...(isReopened && { state: "open" as const, stateReason: "reopened" as const }),
  };
  const update = { kind: "update-issue", taskId, number, changes, block: "" } as const;
  return [
    ...(Object.keys(changes).length > 0 ? [update] : []),
    ...listOurLabels(observed, last, labels).map(
      (label) => ({ kind: "remove-label", taskId, number, label }) as const,
    ),
  ];
}
