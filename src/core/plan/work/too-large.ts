import type { WorkRule } from "./work-rule.ts";

const mostHours = 16;
/** Story points from which a task is an epic. */
const epicPoints = 13;

/** KS210: work of more than two days, or an epic in points. */
export const tooLarge: WorkRule = {
  code: "KS210",
  severity: "warning",
  judge:
    () =>
    ({ effort }) => {
      if (effort?.points !== undefined && effort.points >= epicPoints)
        return `has ${effort.points} story points, which is an epic`;
      const isLarge = effort !== undefined && effort.hours > mostHours;
      return isLarge ? `is estimated at ${effort.text}, more than ${mostHours} h` : undefined;
    },
  ofMany: `are estimated above ${mostHours} h`,
  mend: "split into tasks of 2 to 8 h",
};
