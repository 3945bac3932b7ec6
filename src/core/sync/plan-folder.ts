import type { PlanId } from "../model/ids.ts";

/** The folder on branch `keysteps` below which all applied plans are kept. */
export const plansFolder = "plans";

/**
 * The folder of one plan on branch `keysteps`: `plans/`, the spec's path as a readable slug, and
 * the digits of the plan ID, so that two specs whose slugs are alike do not meet.
 */
export function planFolder(planId: PlanId, specPath: string): string {
  const slug = specPath
    .replace(/\.md$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `${plansFolder}/${slug || "plan"}-${planId.slice("PLAN-".length)}`;
}
