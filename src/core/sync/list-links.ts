import type { TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";

/** GitHub takes 50 blockers an issue, and lets an issue block 50 others. */
const maxLinks = 50;

/**
 * The blocked-by links that a plan wants: its transitive reduction, as far as GitHub takes links. What does not fit is
 * named in the text, and the coordinator waits for it all the same.
 *
 * Source: https://github.blog/changelog/2025-08-21-dependencies-on-issues/
 */
export function listLinks(plan: Plan): readonly (readonly [TaskId, TaskId])[] {
  const blockers = new Map<TaskId, number>();
  const blocked = new Map<TaskId, number>();
  return plan.dag.reduced.filter(([from, to]) => {
    const [before, after] = [blockers.get(to) ?? 0, blocked.get(from) ?? 0];
    if (before >= maxLinks || after >= maxLinks) return false;
    blockers.set(to, before + 1);
    blocked.set(from, after + 1);
    return true;
  });
}
