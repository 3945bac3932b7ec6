import type { OutboxOp } from "../../model/outbox.ts";
import { stateLabels, statePrefix, type TaskState } from "../../model/task-state.ts";
import type { TaskFacts } from "../situation/situation.ts";

/**
 * The label writes that make each issue wear just the label of its task's state: the new one
 * first. GitHub takes labels that differ in case only for one.
 */
export function diffLabels(
  tasks: readonly TaskFacts[],
  states: ReadonlyMap<string, TaskState>,
): readonly OutboxOp[] {
  return tasks.flatMap(({ key, issue }) => {
    if (!issue) return [];
    const state = states.get(key);
    const wanted = state && stateLabels[state]?.name;
    const worn = issue.labels.filter((label) => label.toLowerCase().startsWith(statePrefix));
    const stray = worn.filter((label) => label.toLowerCase() !== wanted);
    const isWorn = stray.length < worn.length;
    const issueNumber = issue.number;
    return [
      ...(wanted === undefined || isWorn ? [] : [addLabel(issueNumber, wanted)]),
      ...stray.map((label): OutboxOp => ({ kind: "remove-label", issueNumber, label })),
    ];
  });
}

function addLabel(issueNumber: number, label: string): OutboxOp {
  return { kind: "add-label", issueNumber, label };
}
