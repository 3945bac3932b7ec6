import { isTestWork } from "./is-test-work.ts";
import type { WorkRule } from "./work-rule.ts";

/** KS220: tests that may be left out. */
export const optionalTests: WorkRule = {
  code: "KS220",
  severity: "info",
  judge: () => (task) =>
    task.isOptional && isTestWork(task) ? "is a test that may be left out" : undefined,
  ofMany: "are tests that may be left out",
  mend: "make tests part of the work that they cover",
};
