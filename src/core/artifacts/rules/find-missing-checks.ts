import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { PlanContent, RuleFault } from "./plan-rule.ts";

/** Tasks of which no machine can tell that they are done. */
export function findMissingChecks({ tasks }: PlanContent): readonly RuleFault[] {
  return tasks.tasks.flatMap(({ id, acceptance_checks = [] }, index) => {
    if (acceptance_checks.some(isVerifiable)) return [];
    const message = `Task ${id} has no check that a machine can make; name a command, a file or a metric that shows that it is done`;
    return [{ file: "tasks.json", keys: ["tasks", index], message }];
  });
}

type Check = NonNullable<TaskJson["acceptance_checks"]>[number];

/** A check says what to look at: a command, a path, a metric, or the issue. */
function isVerifiable({ type, cmd, path, name }: Check): boolean {
  return type === "issue" || [cmd, path, name].some((text) => (text ?? "").trim() !== "");
}
