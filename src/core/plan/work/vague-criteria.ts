import type { WorkRule } from "./work-rule.ts";

/** Criteria that only repeat that the work is to be done. */
const empty =
  /^(?:(?:it|this|that|everything|all|the [\p{L}\p{N} -]{1,30}|task|feature|code)\s+)?(?:works?|functions?|is (?:done|complete[d]?|finished|ready|ok|good)|looks? good|done|complete[d]?|finished)(?:\s+(?:correctly|properly|well|fine|as expected|as intended))?[.!]?$/iu;

/** KS218: a criterion that cannot fail, such as "it works". */
export const vagueCriteria: WorkRule = {
  code: "KS218",
  severity: "info",
  judge:
    () =>
    ({ doneWhen }) => {
      const found = doneWhen.find((criterion) => empty.test(criterion.trim()));
      return found === undefined ? undefined : `is done when "${found}", which cannot be checked`;
    },
  ofMany: "have a criterion that cannot be checked",
  mend: "say what can be seen or measured then",
};
