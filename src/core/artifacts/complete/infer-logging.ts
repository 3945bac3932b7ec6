import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import { countOf } from "../../text/count-of.ts";
import type { Filled } from "./inference.ts";

type Logging = NonNullable<NonNullable<TaskJson["execution_guidance"]>["logging"]>;

/** What whoever works on a task writes down: its start, each step, and what its checks gave. */
export function inferLogging({ id, subtasks }: Task, checks: number): Filled<Logging> {
  const steps =
    subtasks.length === 0 ? "" : `which of the ${countOf(subtasks.length, "step")} is done, and `;
  const value = {
    on_start: `Write to logs/tasks/${id}.log when ${id} begins and on which branch`,
    on_progress: `Write ${steps}what is in the way`,
    on_completion: `Write what ${countOf(checks, "check")} gave and how many hours it took`,
    log_format: "one JSON object a line: task_id, timestamp, event, metrics, errors",
  };
  const reason = "the spec does not say what is to be logged";
  const inferred = [{ field: "execution_guidance.logging", confidence: 0.5, reason }];
  return { value, inferred };
}
