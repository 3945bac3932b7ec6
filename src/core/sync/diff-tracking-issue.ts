import type { ObservedIssue } from "../model/issue.ts";
import type { IssueChanges, TrackingStep } from "../model/patch.ts";
import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { joinManagedBlock, splitManagedBlock } from "../text/split-managed-block.ts";
import { planLabel } from "./build-labels.ts";
import { addClosingNote, hasClosingNote } from "./closing-note.ts";
import { renderIssueTitle } from "./render-issue-title.ts";
import { renderTrackingBlock, type TrackingContext } from "./render-tracking-block.ts";

/**
 * The write that brings the tracking issue to what the plan wants; `undefined` if there is none to do.
 * Comes after the tasks' issues, because it names their numbers.
 */
export function diffTrackingIssue(
  plan: Plan,
  schedule: Schedule,
  observed: ObservedIssue | undefined,
  context: TrackingContext,
): TrackingStep | undefined {
  const isEmpty = plan.tasks.length === 0;
  const rendered = renderTrackingBlock(plan, schedule, context);
  const block = isEmpty ? addClosingNote(rendered, "undone") : rendered;
  const title = renderIssueTitle(undefined, `Plan: ${plan.title}`);
  if (!observed) return { kind: "create-tracking", title, body: block, labels: [planLabel.name] };
  const split = splitManagedBlock(observed.body);
  const changes: IssueChanges = {
    ...(title !== observed.title && !isEmpty && { title }),
    ...(block !== split.block && { body: joinManagedBlock(split, block) }),
    ...diffState(isEmpty, observed),
  };
  if (Object.keys(changes).length === 0) return undefined;
  return { kind: "update-tracking", number: observed.number, changes };
}

/** A plan that was undone has nothing to track; one that comes back is opened again, if it was we who closed it. */
function diffState(isEmpty: boolean, { state, body }: ObservedIssue): IssueChanges {
  if (isEmpty && state === "open") return { state: "closed", stateReason: "not_planned" };
  const isOurs = hasClosingNote(body, "undone");
  return !isEmpty && state === "closed" && isOurs ? { state: "open", stateReason: "reopened" } : {};
}
