import type { WorkRule } from "./work-rule.ts";

const mostHours = 8;
/** Above this KS210 asks for a split, which steps do not replace. */
const tooManyHours = 16;
const mostFiles = 3;

/** KS212: a day's work or more, or more than three files, with nothing said of how to go about it. */
export const withoutSteps: WorkRule = {
  code: "KS212",
  severity: "info",
  judge:
    () =>
    ({ effort, files, subtasks }) => {
      if (subtasks.length > 0) return undefined;
      if (effort !== undefined && effort.hours > mostHours && effort.hours <= tooManyHours)
        return `is estimated at ${effort.text} and has no steps`;
      return files.length > mostFiles
        ? `touches ${files.length} files and has no steps`
        : undefined;
    },
  ofMany: `take more than ${mostHours} h or touch more than ${mostFiles} files, and have no steps`,
  mend: "list 2 to 6 steps of 1 to 4 h",
};
