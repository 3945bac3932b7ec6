import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecRequirement } from "../../model/spec.ts";

/**
 * Says of prose what people should know before they trust a plan made from it: that no task is stated
 * and all of the plan is inferred (KS140), and each place that leaves something open (KS141).
 */
export function findProseNotes(
  requirements: readonly SpecRequirement[],
  taskCount: number,
): readonly Diagnostic[] {
  const asked = requirements.filter(({ kind }) => kind !== "success");
  const [first] = asked;
  const open = requirements.filter(({ isUnclear }) => isUnclear);
  const isAlone = first !== undefined && taskCount === 0;
  return [
    ...(isAlone ? [describeInference(first, asked.length)] : []),
    ...open.map((requirement): Diagnostic => {
      const message = `"${requirement.text}" leaves something open; decide it and say so in the text`;
      return { code: "KS141", severity: "warning", message, at: toPlace(requirement) };
    }),
  ];
}

function describeInference(first: SpecRequirement, count: number): Diagnostic {
  const what = count === 1 ? "one requirement" : `${count} requirements`;
  const message = `No task is stated: all tasks of the plan are inferred from ${what}; write tasks such as \`- [ ] T001 …\` to say them yourself`;
  return { code: "KS140", severity: "info", message, at: toPlace(first) };
}

function toPlace({ path, line, column }: SpecRequirement) {
  return { path, line, column };
}
