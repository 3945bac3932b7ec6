import type { Board, BoardField, BoardFieldKind, BoardValue } from "../model/board.ts";
import type { TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import type { IssueRef } from "../model/record.ts";
import type { Schedule } from "../model/schedule.ts";
import { datedFields, keptFields, listBoardValues, type WantedField } from "./list-board-values.ts";

/** One write to a board. */
export type BoardStep =
  | { readonly kind: "add-field"; readonly name: string; readonly holds: BoardFieldKind }
  | { readonly kind: "add-item"; readonly taskId: TaskId }
  | {
      readonly kind: "set-value";
      readonly taskId: TaskId;
      readonly name: string;
      readonly value: BoardValue;
    };

/**
 * The writes that bring a board to what the plan says, in their order. An issue's first status is that of its
 * task; from then on the status is people's and GitHub's. A field of another kind under a name of ours is left alone.
 *
 * @param board `undefined` for one that would be made: it has the status that GitHub gives each.
 * @param issues The issues that tasks have; of a dry run those that would be made are without.
 */
export function diffBoard(
  board: Board | undefined,
  plan: Plan,
  schedule: Schedule,
  issues: ReadonlyMap<TaskId, IssueRef | undefined>,
): readonly BoardStep[] {
  const known = new Map((board?.fields ?? []).map((field) => [field.name.toLowerCase(), field]));
  const missing = listKept(schedule).filter(({ name }) => !known.has(name.toLowerCase()));
  const values = listBoardValues(plan, schedule);
  const steps: BoardStep[] = missing.map(({ name, kind }) => {
    return { kind: "add-field", name, holds: kind };
  });
  for (const { id, state } of plan.tasks) {
    if (!issues.has(id)) continue;
    const item = board?.items.get(issues.get(id)?.nodeId ?? "");
    if (item === undefined) steps.push({ kind: "add-item", taskId: id });
    const first = item?.values.has("status") ? [] : [toStatus(state === "done")];
    for (const [name, value] of [...(values.get(id) ?? []), ...first]) {
      const field = known.get(name.toLowerCase());
      const isTaken = field === undefined ? isMade(name, board) : fits(field, value);
      if (isTaken && item?.values.get(name.toLowerCase()) !== value)
        steps.push({ kind: "set-value", taskId: id, name, value });
    }
  }
  return steps;
}

/** A step as a line for a terminal, with the signs of `describePatch`. */
export function describeBoardStep(step: BoardStep): string {
  if (step.kind === "add-field") return `+ board field ${step.name}`;
  if (step.kind === "add-item") return `+ board item ${step.taskId}`;
  return `~ board item ${step.taskId} (${step.name}: ${step.value})`;
}

function listKept({ forecast }: Schedule): readonly WantedField[] {
  return forecast?.dates === undefined ? keptFields : [...keptFields, ...datedFields];
}

function toStatus(isDone: boolean): readonly [string, BoardValue] {
  return ["Status", isDone ? "Done" : "Todo"];
}

/** A field that the board lacks will be made, but for the status, which new boards alone have. */
function isMade(name: string, board: Board | undefined): boolean {
  return name !== "Status" || board === undefined;
}

function fits({ kind, options }: BoardField, value: BoardValue): boolean {
  if (kind === "choice") return options.has(String(value));
  return kind === (typeof value === "number" ? "number" : "date");
}
