import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import type { Filled, Inference } from "./inference.ts";
import type { TaskFacts } from "./task-facts.ts";

type Checks = NonNullable<TaskJson["acceptance_checks"]>;

/** Most files that checks look for. */
const mostFiles = 20;

/**
 * How a machine can tell that a task is done whose spec names no command: by what the repository tests
 * with, by its files, else by its issue.
 */
export function inferChecks({ files }: Task, { code }: TaskFacts): Filled<Checks> {
  const field = "acceptance_checks";
  const commands = code?.checks ?? [];
  const made = files.filter(({ path }) => !/[*?[{]/.test(path)).slice(0, mostFiles);
  const value = [
    ...commands.map(({ command }) => ({ type: "command", cmd: command })),
    ...made.map(({ path, action }) => ({
      type: "artifact",
      path,
      expect: { exists: action !== "delete" },
    })),
  ];
  const inferred: readonly Inference[] = [
    ...commands.map(({ confidence, reason }) => ({ field, confidence, reason })),
    ...(made.length > 0 ? [{ field, confidence: 0.6, reason: "from the files it names" }] : []),
  ];
  if (value.length > 0) return { value, inferred };
  const reason = "the spec names neither a command nor a file; its issue is what can be looked at";
  return {
    value: [{ type: "issue", expect: { state: "completed" } }],
    inferred: [{ field, confidence: 0.3, reason }],
  };
}
