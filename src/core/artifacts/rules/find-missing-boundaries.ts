import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { PlanContent, RuleFault } from "./plan-rule.ts";

const parts: readonly {
  readonly name: string;
  readonly mend: string;
  readonly isGiven: (task: TaskJson) => boolean;
}[] = [
  {
    name: "complexity",
    mend: "how big it is (lines, functions, endpoints, files)",
    isGiven: ({ boundaries }) => isText(boundaries?.expected_complexity?.value),
  },
  {
    name: "definition of done",
    mend: "criteria that can be seen or measured",
    isGiven: ({ boundaries }) => (boundaries?.definition_of_done?.criteria ?? []).some(isText),
  },
  {
    name: "scope",
    mend: "files that it may touch, or must not",
    isGiven: ({ boundaries }) => {
      const { includes = [], excludes = [], restrictions } = boundaries?.scope ?? {};
      return [...includes, ...excludes, restrictions].some(isText);
    },
  },
  {
    name: "logging",
    mend: "what is written down at start, progress and end",
    isGiven: ({ execution_guidance }) =>
      Object.values(execution_guidance?.logging ?? {}).some(isText),
  },
];

/** Tasks that leave open how big they are, when they are done, what they may touch, or what is logged. */
export function findMissingBoundaries({ tasks }: PlanContent): readonly RuleFault[] {
  return tasks.tasks.flatMap((task, index) => {
    const missing = parts.filter(({ isGiven }) => !isGiven(task));
    if (missing.length === 0) return [];
    const names = missing.map(({ name }) => name).join(", ");
    const mends = missing.map(({ mend }) => mend).join("; ");
    const message = `Task ${task.id} does not state its ${names}; state ${mends}`;
    return [{ file: "tasks.json", keys: ["tasks", index], message }];
  });
}

function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}
