import type { PlanContent, RuleFault } from "./plan-rule.ts";

/** Tasks and dependencies that no words of the spec stand behind. */
export function findMissingEvidence({ tasks }: PlanContent): readonly RuleFault[] {
  return [
    ...tasks.tasks.flatMap(({ id, source_evidence }, index) =>
      isBlank(source_evidence.map(({ quote }) => quote))
        ? [tell("tasks", index, `Task ${id}`)]
        : [],
    ),
    ...tasks.dependencies.flatMap(({ from, to, evidence }, index) =>
      isBlank(evidence.map(({ reason }) => reason))
        ? [tell("dependencies", index, `Dependency ${from} → ${to}`)]
        : [],
    ),
  ];
}

function tell(list: string, index: number, what: string): RuleFault {
  const message = `${what} has no evidence; quote the words of the spec that say it, or take it out`;
  return { file: "tasks.json", keys: [list, index], message };
}

function isBlank(texts: readonly string[]): boolean {
  return texts.every((text) => text.trim() === "");
}
