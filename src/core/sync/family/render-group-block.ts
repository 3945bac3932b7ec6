import type { GroupKey, PlanId } from "../../model/ids.ts";
import { endMarker, renderMarker } from "../render-marker.ts";

/** What is said in the issue of a group that no task is left in. */
export const emptyNote =
  "_No task of the plan is in this group any more, so its issue was closed as not planned._";

/**
 * The managed block of an issue between tracking issue and tasks. It names no task: GitHub shows the
 * sub-issues with their states below it.
 *
 * @param specLink The spec as a Markdown link.
 */
export function renderGroupBlock(planId: PlanId, group: GroupKey, specLink: string): string {
  return [
    renderMarker({ kind: "group", planId, group }),
    `A part of the plan from ${specLink}: its tasks are the sub-issues of this issue.`,
    "",
    "<sub>Keysteps keeps this block true to the spec; what you write outside it stays yours.</sub>",
    endMarker,
  ].join("\n");
}
