import type { ObservedLane } from "../model/observed-lane.ts";
import type { StoredLane } from "../model/stored-lane.ts";
import { findViolations } from "./holds/find-violations.ts";
import { buildTaskFacts } from "./situation/build-task-facts.ts";
import { listResources } from "./situation/list-resources.ts";

/**
 * The head commits whose gate a decision looks at, each once: those of open pull requests, those
 * that holds of the lane have let pass, and those of merged ones that would be violations if
 * their gate did not show success.
 */
export function listGatedHeads(
  ungated: Omit<ObservedLane, "gates">,
  stored: StoredLane,
): readonly string[] {
  const observed = { ...ungated, gates: new Map() };
  const resources = listResources(observed);
  const tasks = buildTaskFacts(observed, resources, stored);
  const suspects = new Set(
    findViolations(observed, tasks, resources, stored).map(({ pullNumber }) => pullNumber),
  );
  const heads = observed.pulls
    .filter(({ number, state }) => state === "open" || suspects.has(number))
    .map(({ headSha }) => headSha);
  const passed = stored.holds
    .filter(({ holder }) => holder.repository === observed.lane)
    .flatMap(({ passes }) => passes.map(({ headSha }) => headSha));
  return [...new Set([...heads, ...passed])];
}
