import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import type { Filled } from "./inference.ts";

type Checks = NonNullable<TaskJson["acceptance_checks"]>;

/** How a machine can tell that a task is done whose spec names no command: by its files, else by its issue. */
export function inferChecks({ files }: Task): Filled<Checks> {
  const made = files.filter(({ path }) => !/[*?[{]/.test(path));
  const field = "acceptance_checks";
  if (made.length > 0) {
    const value = made.map(({ path, action }) => ({
      type: "artifact",
      path,
      expect: { exists: action !== "delete" },
    }));
    return { value, inferred: [{ field, confidence: 0.6, reason: "from the files it names" }] };
  }
  const reason = "the spec names neither a command nor a file; its issue is what can be looked at";
  const value = [{ type: "issue", expect: { state: "completed" } }];
  return { value, inferred: [{ field, confidence: 0.3, reason }] };
}
