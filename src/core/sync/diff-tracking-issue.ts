import type { ObservedIssue } from "../model/issue.ts";
import type { TrackingStep } from "../model/patch.ts";
import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { joinManagedBlock, splitManagedBlock } from "../text/split-managed-block.ts";
import { planLabel } from "./build-labels.ts";
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
  const title = renderIssueTitle(undefined, `Plan: ${plan.title}`);
  const block = renderTrackingBlock(plan, schedule, context);
  if (!observed) return { kind: "create-tracking", title, body: block, labels: [planLabel.name] };
  const split = splitManagedBlock(observed.body);
  const changes = {
    ...(title !== observed.title && { title }),
    ...(block !== split.block && { body: joinManagedBlock(split, block) }),
  };
  if (Object.keys(changes).length === 0) return undefined;
  return { kind: "update-tracking", number: observed.number, changes };
}
