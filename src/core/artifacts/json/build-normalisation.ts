import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import type { Plan, PlannedSize } from "../../model/plan.ts";

/** Which tasks were split or merged, and which would be better so; `undefined` if none. */
export function buildNormalisation({ sizes = [] }: Plan): TasksJson["meta"]["autonormalization"] {
  if (sizes.length === 0) return undefined;
  const made = sizes.filter(({ isMade }) => isMade);
  return {
    split: made.filter(({ kind }) => kind === "split").map(describe),
    merged: made.filter(({ kind }) => kind === "merge").map(describe),
    proposed: sizes
      .filter(({ isMade }) => !isMade)
      .map(({ kind, tasks, parts, reason }) => ({
        ...{ kind, reason },
        tasks: [...tasks],
        into: parts.map(({ title, hours }) => ({ title, hours })),
      })),
  };
}

function describe({ tasks, parts, reason }: PlannedSize): string {
  const into = parts.map(({ id, title }) => id ?? title).join(",");
  return `${tasks.join(",")}->${into} (${reason})`;
}
