import type { GroupKey, PlanId, TaskId } from "../model/ids.ts";
import type { Marked } from "./render-marker.ts";

const marker =
  /^<!-- keysteps:begin (?:task (PLAN-[0-9a-f]{8}) (P\d+\.T\d{3,}[a-z]?)|group (PLAN-[0-9a-f]{8}) ([0-9a-f]{8}-\d+)|tracking (PLAN-[0-9a-f]{8})) -->$/m;

/** What the first managed block of a body is about; `undefined` if the body has no marker of ours. */
export function parseMarker(body: string): Marked | undefined {
  const found = marker.exec(body.replaceAll("\r\n", "\n"));
  if (!found) return undefined;
  const [, taskPlan, taskId, groupPlan, group, trackingPlan] = found;
  if (taskPlan && taskId) {
    return { kind: "task", planId: taskPlan as PlanId, taskId: taskId as TaskId };
  }
  if (groupPlan && group) {
    return { kind: "group", planId: groupPlan as PlanId, group: group as GroupKey };
  }
  return { kind: "tracking", planId: trackingPlan as PlanId };
}
