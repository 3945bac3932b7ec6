import type { FilePlace } from "./artifact-set.ts";

/** What many checks rest on: if several of them fail together, one of these is wrong. */
export const grounds = {
  /** The dependencies, which make the graph. */
  links: { file: "tasks.json", keys: ["dependencies"] },
  /** The tasks, with what they need. */
  tasks: { file: "tasks.json", keys: ["tasks"] },
  minConfidence: { file: "tasks.json", keys: ["meta", "min_confidence"] },
  waves: { file: "waves.json", keys: ["execution_models", "wave_based", "waves"] },
  frontier: {
    file: "waves.json",
    keys: ["execution_models", "rolling_frontier", "initial_frontier"],
  },
  completion: {
    file: "waves.json",
    keys: ["execution_models", "rolling_frontier", "estimated_completion_time"],
  },
} as const satisfies Readonly<Record<string, FilePlace>>;
