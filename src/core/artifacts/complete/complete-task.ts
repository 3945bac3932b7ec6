import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import { completeBoundaries } from "./complete-boundaries.ts";
import { inferChecks } from "./infer-checks.ts";
import { inferLogging } from "./infer-logging.ts";
import type { TaskFacts } from "./task-facts.ts";
import { toDuration } from "./to-duration.ts";

/**
 * Fills what T.A.S.K.S v3 wants of every task and the spec does not state: boundaries, logging,
 * duration, checks. Each such field is computed from what is known of the task, and stands in
 * `inferred` with a confidence and the reason. What is stated is never changed.
 */
export function completeTask(stated: TaskJson, task: Task, facts: TaskFacts): TaskJson {
  const boundaries = completeBoundaries(task, facts);
  const duration = toDuration(task, facts.hours);
  const checks = stated.acceptance_checks ? undefined : inferChecks(task);
  const logging = inferLogging(task, stated.acceptance_checks?.length ?? checks?.value.length ?? 0);
  const inferred = [boundaries, logging, duration, checks].flatMap((one) => one?.inferred ?? []);
  return {
    ...stated,
    boundaries: boundaries.value,
    execution_guidance: { logging: logging.value },
    duration: duration.value,
    durationUnits: "hours",
    acceptance_checks: stated.acceptance_checks ?? checks?.value,
    inferred: [...inferred],
  };
}
