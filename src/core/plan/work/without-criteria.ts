import type { WorkRule } from "./work-rule.ts";

/** KS217: no acceptance criterion and no check, so nobody can tell when the work is done. */
export const withoutCriteria: WorkRule = {
  code: "KS217",
  severity: "info",
  judge:
    () =>
    ({ doneWhen, checks }) =>
      doneWhen.length === 0 && checks.length === 0 ? "does not say when it is done" : undefined,
  ofMany: "do not say when they are done",
  mend: "add acceptance criteria, or a command that shows it",
};
