import type { WorkRule } from "./work-rule.ts";

const mostSteps = 6;

/** KS213: more than six steps, which is more than one task. */
export const manySteps: WorkRule = {
  code: "KS213",
  severity: "info",
  judge:
    () =>
    ({ subtasks }) =>
      subtasks.length > mostSteps
        ? `has ${subtasks.length} steps, more than ${mostSteps}`
        : undefined,
  ofMany: `have more than ${mostSteps} steps`,
  mend: "split into two tasks",
};
