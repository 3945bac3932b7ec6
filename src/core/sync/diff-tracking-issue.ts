import type { ObservedIssue } from "../model/issue.ts";
import type { IssueChanges, OpeningStep, TrackingStep } from "../model/patch.ts";
import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { joinManagedBlock, splitManagedBlock } from "../text/split-managed-block.ts";
import { planLabel } from "./build-labels.ts";
import { addClosingNote, hasClosingNote } from "./closing-note.ts";
import { maxBody } from "./merge-body.ts";
import { renderIssueTitle } from "./render-issue-title.ts";
import { renderTrackingBlock, type TrackingContext } from "./render-tracking-block.ts";

/**
 * The write that makes the tracking issue. It comes before the tasks' issues, which are made below it, so
 * those that have no number yet are named by their titles.
 */
export function openTrackingIssue(
  plan: Plan,
  schedule: Schedule,
  context: TrackingContext,
): OpeningStep {
  const body = renderTrackingBlock(plan, schedule, context);
  return { kind: "create-tracking", title: renderTitle(plan), body, labels: [planLabel.name] };
}

/**
 * The write that brings the tracking issue to what the plan wants; `undefined` if there is none to do.
 * Comes after the tasks' issues, because it names their numbers.
 */
export function diffTrackingIssue(
  plan: Plan,
  schedule: Schedule,
  observed: ObservedIssue,
  context: TrackingContext,
): TrackingStep | undefined {
  const isEmpty = plan.tasks.length === 0;
  const split = splitManagedBlock(observed.body);
  const room = maxBody - split.before.length - split.after.length;
  const rendered = renderTrackingBlock(plan, schedule, { ...context, room });
  const block = isEmpty ? addClosingNote(rendered, "undone") : rendered;
  const title = renderTitle(plan);
  const isFit = block.length + 2 <= room; // two line ends part it from people's text
  const changes: IssueChanges = {
    ...(title !== observed.title && !isEmpty && { title }),
    ...(block !== split.block && isFit && { body: joinManagedBlock(split, block) }),
    ...diffState(isEmpty, observed),
  };
  if (Object.keys(changes).length === 0) return undefined;
  return { kind: "update-tracking", number: observed.number, changes };
}

function renderTitle(plan: Plan): string {
  return renderIssueTitle(undefined, `Plan: ${plan.title}`);
}

/** A plan that was undone has nothing to track; one that comes back is opened again, if it was we who closed it. */
function diffState(isEmpty: boolean, { state, body }: ObservedIssue): IssueChanges {
  if (isEmpty && state === "open") return { state: "closed", stateReason: "not_planned" };
  const isOurs = hasClosingNote(body, "undone");
  return !isEmpty && state === "closed" && isOurs ? { state: "open", stateReason: "reopened" } : {};
}
