import type { PlanId } from "../model/ids.ts";
import type { PlanProposal } from "../model/proposal.ts";

/** The line by which our comment is found again. */
export const commentMarker = "<!-- keysteps:plan-comment -->";

/** The line that says whose plans a comment shows, so that it can be told when they are no longer so. */
export function renderPlanMarker(proposals: readonly PlanProposal[]): string {
  return `<!-- keysteps:plans ${proposals.map(({ plan }) => plan.id).join(" ")} -->`;
}

/** The plans that a comment of ours shows. */
export function listShownPlans(body: string): readonly PlanId[] {
  const [, ids = ""] = /^<!-- keysteps:plans ([\w -]*) -->$/m.exec(body) ?? [];
  return ids.split(" ").filter((id): id is PlanId => id !== "");
}
