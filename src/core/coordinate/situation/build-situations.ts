import type { ObservedLane } from "../../model/observed-lane.ts";
import type { StoredLane } from "../../model/stored-lane.ts";
import { buildPullSituations, isBlocked } from "./build-pull-situations.ts";
import { buildTaskFacts, isFree } from "./build-task-facts.ts";
import type { LaneResources } from "./list-resources.ts";
import { mergeNeeds } from "./merge-needs.ts";
import type { PullSituation, ScopedNeed, TaskFacts, TaskSituation } from "./situation.ts";

/** All that a pass decides on, put together. */
export interface Situations {
  /** In document order, plan by plan. */
  readonly tasks: readonly TaskSituation[];
  /** Open pull requests by number. */
  readonly pulls: readonly PullSituation[];
}

/**
 * Gathers what bears on each task and each open pull request of a lane.
 *
 * A pull request has one lead among the tasks it names, which takes all that it needs at once; so
 * two pull requests that name several tasks each never wait for each other. The other tasks that
 * it names need nothing of their own then. Work that is stuck in a pull request which waits for
 * other tasks takes no turn: they may need the very same thing to be done.
 */
export function buildSituations(
  observed: ObservedLane,
  resources: LaneResources,
  stored: Pick<StoredLane, "holds" | "now" | "since">,
): Situations {
  const facts = buildTaskFacts(observed, resources, stored);
  const pulls = buildPullSituations(facts, observed, resources);
  const tasks = facts.map((task) => {
    const own = pulls.filter(({ pull }) => task.pulls.includes(pull));
    const isStuck = own.length > 0 && own.every(isBlocked);
    return { ...task, needs: listNeeds(task, own), mayHold: isFree(task) && !isStuck };
  });
  return { tasks, pulls };
}

function listNeeds(task: TaskFacts, own: readonly PullSituation[]): readonly ScopedNeed[] {
  const led = own.filter(({ lead }) => lead === task);
  const isCarried = led.length === 0 && own.some(({ lead }) => lead !== undefined);
  return isCarried ? [] : mergeNeeds([...task.planned, ...led.flatMap(({ required }) => required)]);
}
