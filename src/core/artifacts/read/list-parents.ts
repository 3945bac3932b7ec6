import type { FilePlace } from "./artifact-set.ts";

/** Values that hold almost all of a file: that faults lie in one of them says nothing. */
const wide = new Set([
  "tasks.json/tasks",
  "tasks.json/meta",
  "tasks.json/meta/codebase_analysis",
  "dag.json/metrics",
  "waves.json/execution_models",
  "waves.json/execution_models/wave_based",
  "waves.json/execution_models/rolling_frontier",
  "waves.json/execution_models/rolling_frontier/task_forecasts",
  "coordinator.json/coordinator",
  "coordinator.json/coordinator/state_management",
  "coordinator.json/coordinator/state_management/frontier_management",
]);

/** The values that a value lies in, the nearest first. */
export function listParents({ file, keys }: FilePlace): readonly FilePlace[] {
  return keys
    .map((_, at) => ({ file, keys: keys.slice(0, at) }))
    .filter((parent) => parent.keys.length > 0 && !wide.has([file, ...parent.keys].join("/")))
    .reverse();
}
