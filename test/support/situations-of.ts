import { buildSituations } from "../../src/core/coordinate/situation/build-situations.ts";
import { listResources } from "../../src/core/coordinate/situation/list-resources.ts";
import type { TaskSituation } from "../../src/core/coordinate/situation/situation.ts";
import type { Hold } from "../../src/core/model/hold.ts";
import type { ObservedLane } from "../../src/core/model/observed-lane.ts";

/** The situations of a lane; a task also by its name. */
export function situationsOf(observed: ObservedLane, holds: readonly Hold[] = [], now = 10_000) {
  const resources = listResources(observed);
  const situations = buildSituations(observed, resources, { holds, now, since: 0 });
  const task = (name: string): TaskSituation => {
    const found = situations.tasks.find((one) => one.task.id === name);
    if (found === undefined) throw new Error(`there is no task ${name}`);
    return found;
  };
  return { ...situations, resources, task };
}
