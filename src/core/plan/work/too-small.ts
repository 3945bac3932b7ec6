import type { WorkRule } from "./work-rule.ts";

const leastHours = 0.5;

/** KS211: work of less than half an hour. */
export const tooSmall: WorkRule = {
  code: "KS211",
  severity: "info",
  judge:
    () =>
    ({ effort }) =>
      effort !== undefined && effort.hours < leastHours
        ? `is estimated at ${effort.text}, less than half an hour`
        : undefined,
  ofMany: "are estimated below half an hour",
  mend: "merge with a neighbour, or make it a step of one",
};
