import type { ObservedLane } from "../../model/observed-lane.ts";
import type { OutboxOp } from "../../model/outbox.ts";
import type { TaskSituation } from "../situation/situation.ts";
import { type LiveContext, renderLiveComment } from "./render-live-comment.ts";

/** The writes that bring the live comment of each plan's tracking issue up to date. */
export function diffComments(
  observed: ObservedLane,
  tasks: readonly TaskSituation[],
  context: LiveContext,
): readonly OutboxOp[] {
  return observed.plans.flatMap((plan): readonly OutboxOp[] => {
    if (!plan.trackingIssue) return [];
    const body = renderLiveComment(plan, tasks, { ...context, lane: observed.lane });
    const comment = observed.comments.get(plan.id);
    if (comment?.body.trim() === body.trim()) return [];
    const issueNumber = plan.trackingIssue.number;
    return [{ kind: "live-comment", issueNumber, commentId: comment?.id, body }];
  });
}
