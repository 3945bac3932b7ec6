import type { DagJson } from "../../model/artifact/dag-json.ts";
import type { FeaturesJson } from "../../model/artifact/features-json.ts";
import type { TasksJson } from "../../model/artifact/tasks-json.ts";

/** What of a plan's files the rules look at, read back or about to be written. */
export interface PlanContent {
  readonly features: Pick<FeaturesJson, "features">;
  readonly tasks: Pick<TasksJson, "meta" | "tasks" | "dependencies" | "resource_conflicts">;
  readonly metrics: DagJson["metrics"];
}

/** What is wrong, at a path of keys and indices. */
export interface RuleFault {
  readonly file: string;
  readonly keys: readonly (string | number)[];
  /** What is wrong, then what to do. */
  readonly message: string;
}

/** A rule that a plan is judged by. */
export interface PlanRule {
  /** As dag.json names it under `hard_fails`. */
  readonly name: string;
  readonly code: string;
  readonly find: (content: PlanContent) => readonly RuleFault[];
}
