import type { ObservedLane, ObservedPull } from "../../model/observed-lane.ts";
import { isFree } from "./build-task-facts.ts";
import type { LaneResources } from "./list-resources.ts";
import { mergeNeeds } from "./merge-needs.ts";
import type { PullSituation, TaskFacts } from "./situation.ts";

/** Gathers what bears on each open pull request, by number. */
export function buildPullSituations(
  facts: readonly TaskFacts[],
  { pulls }: ObservedLane,
  resources: LaneResources,
): readonly PullSituation[] {
  return pulls
    .filter(({ state }) => state === "open")
    .map((pull) => {
      const named = facts.filter((task) => task.pulls.includes(pull));
      const open = named.filter(({ standing }) => standing === "open");
      const blockers = listOutside(pull, open);
      const touched = resources.touchedBy(pull);
      const required = mergeNeeds([
        ...open.flatMap(({ planned }) => planned),
        ...touched.map(({ path: _, ...resource }) => ({ ...resource, units: 1 })),
      ]);
      const lead = blockers.length === 0 ? findLead(open) : undefined;
      return { pull, named, blockers, touched, required, lead };
    });
}

/** Whether a pull request waits for tasks that it does not close itself. */
export function isBlocked({ blockers }: PullSituation): boolean {
  return blockers.length > 0;
}

function listOutside({ closes }: ObservedPull, open: readonly TaskFacts[]) {
  return open
    .flatMap(({ blockers }) => blockers)
    .filter(({ number }) => number === undefined || !closes.includes(number));
}

/**
 * Who takes what a pull request needs: one that has to take turns anyway. Whoever holds something
 * just now must not matter: what a task needs would then change with what it is given.
 */
function findLead(open: readonly TaskFacts[]): TaskFacts | undefined {
  const free = open.filter(isFree);
  return free.find(({ planned }) => planned.length > 0) ?? free[0];
}
