import type { TaskId } from "../model/ids.ts";
import type { RecognisedIssues } from "../model/issue.ts";
import type { Patch, PatchSummary } from "../model/patch.ts";
import type { PlanRecord } from "../model/record.ts";
import type { Matched } from "./adopt/match-existing.ts";

/** Counts what a patch would do; task IDs in the order of the patch, each once. */
export function summarisePatch(
  { steps, flags }: Patch,
  issues: RecognisedIssues["issues"],
  record: PlanRecord | undefined,
  { adoptions, doubts }: Matched,
): PatchSummary {
  const numbers = new Map(record?.tasks.map(({ id, issue }) => [id, issue?.number] as const));
  const added: TaskId[] = [];
  const changed = new Set<TaskId>();
  const closed: { number: number; title: string }[] = [];
  const counts = { moved: 0, linksAdded: 0, linksRemoved: 0, labelsAdded: 0 };
  for (const step of steps) {
    switch (step.kind) {
      case "create-issue":
        added.push(step.taskId);
        break;
      case "update-issue":
        if (step.changes.stateReason === "not_planned") {
          closed.push({ number: step.number, title: issues.get(step.taskId)?.title ?? "" });
        } else changed.add(step.taskId);
        break;
      case "add-labels":
      case "remove-label":
        changed.add(step.taskId);
        break;
      case "set-parent":
        counts.moved++;
        break;
      case "add-link":
        counts.linksAdded++;
        break;
      case "remove-link":
        counts.linksRemoved++;
        break;
      case "create-label":
        counts.labelsAdded++;
    }
  }
  const remade = added.flatMap((taskId) => {
    const number = numbers.get(taskId);
    return number === undefined ? [] : [{ number, taskId }];
  });
  return {
    added,
    changed: [...changed],
    closed,
    remade,
    flags,
    adopted: adoptions,
    doubts,
    ...counts,
  };
}
