import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task, WorkKind } from "../../model/plan.ts";
import type { Filled } from "./inference.ts";
import type { TaskFacts } from "./task-facts.ts";

type Hints = NonNullable<TaskJson["scheduling_hints"]>;

/** How a task is best run: what is stated or set, else by what it holds and what hangs on it. */
export function inferHints(
  task: Task,
  kind: WorkKind,
  facts: TaskFacts,
  stated: TaskJson["scheduling_hints"],
): Filled<Hints> {
  const priority = stated?.priority === undefined ? inferPriority(facts) : undefined;
  const isShared = task.needs.length > 0 || kind === "deployment";
  const isSplit = task.subtasks.length > 1;
  const { hints } = facts;
  const value = {
    ...stated,
    ...(priority && { priority: priority.value }),
    preemptible: hints?.isPreemptible ?? (!isShared && isSplit),
    retry_on_failure: !isShared,
    can_pause_resume: !isShared && isSplit,
    checkpoint_capable: isSplit,
  };
  const held = isShared ? "it changes what all share" : "it holds nothing that others wait for";
  const reason = `${held}${isSplit ? ", and it has steps" : ""}`;
  return {
    value,
    inferred: [
      ...(priority?.inferred ?? []),
      { field: "scheduling_hints", confidence: 0.5, reason },
    ],
  };
}

/** The priority of its feature, else by how often the plan's end hangs on it. */
function inferPriority({
  featurePriority,
  criticality,
}: TaskFacts): Filled<NonNullable<Hints["priority"]>> | undefined {
  const field = "scheduling_hints.priority";
  if (featurePriority !== undefined) {
    const reason = "the priority of its feature";
    return { value: featurePriority, inferred: [{ field, confidence: 0.7, reason }] };
  }
  if (criticality === undefined) return undefined;
  const value = criticality >= 0.5 ? "high" : criticality >= 0.1 ? "medium" : "low";
  const reason = `the end of the plan hangs on it in ${Math.round(100 * criticality)}% of the simulated runs`;
  return { value, inferred: [{ field, confidence: 0.5, reason }] };
}
