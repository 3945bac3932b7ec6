import type { Board, BoardWish } from "../core/model/board.ts";
import type { TaskId } from "../core/model/ids.ts";
import type { IssueRef } from "../core/model/record.ts";
import { type BoardStep, describeBoardStep, diffBoard } from "../core/sync/diff-board.ts";
import type { CompiledSpec } from "./compile-spec.ts";
import type { BoardStore, Pace } from "./ports.ts";

/** The doors to a board. */
export interface BoardPorts {
  readonly boards: BoardStore;
  readonly pace: Pace;
}

/**
 * Finds the board that the settings name, before anything is written anywhere: a token that may not must
 * not leave issues behind. One that is named by its title and is not there is made.
 *
 * @throws {GitHubError} with remedy `fix-access` if the token may not.
 */
export async function openBoard(wish: BoardWish, { boards, pace }: BoardPorts): Promise<Board> {
  const found = await boards.readBoard(wish);
  if (found !== undefined) return found;
  await pace.beforeWrite("content");
  return boards.createBoard(wish.title ?? "");
}

/**
 * Puts the issues of a plan's tasks on its board and keeps their wave, estimate and dates true. Fields that the
 * board lacks are made.
 *
 * Everything here may be done twice without harm, so a run that is cut short is simply run again.
 *
 * @returns One line a write.
 */
export async function syncBoard(
  board: Board,
  { plan, schedule }: CompiledSpec,
  issues: ReadonlyMap<TaskId, IssueRef>,
  { boards, pace }: BoardPorts,
): Promise<readonly string[]> {
  const fields = new Map(board.fields.map((field) => [field.name.toLowerCase(), field]));
  const items = new Map<TaskId, string>();
  for (const [id, { nodeId }] of issues) {
    const item = board.items.get(nodeId);
    if (item) items.set(id, item.id);
  }
  const steps = diffBoard(board, plan, schedule, issues);
  for (const step of steps) {
    await pace.beforeWrite(step.kind === "set-value" ? "edit" : "content");
    await takeStep(step);
  }
  return steps.map(describeBoardStep);

  async function takeStep(step: BoardStep): Promise<void> {
    if (step.kind === "add-field") {
      const field = await boards.addField(board.id, step.name, step.holds);
      fields.set(step.name.toLowerCase(), field);
      return;
    }
    const [item, issue] = [items.get(step.taskId), issues.get(step.taskId)];
    if (step.kind === "add-item") {
      if (issue) items.set(step.taskId, await boards.addItem(board.id, issue));
      return;
    }
    const field = fields.get(step.name.toLowerCase());
    if (item && field) await boards.setValue(board.id, item, field, step.value);
  }
}

/** The lines that a sync of the board would give, without a write; `issues` with those that would be made. */
export async function previewBoard(
  wish: BoardWish,
  { plan, schedule }: CompiledSpec,
  issues: ReadonlyMap<TaskId, IssueRef | undefined>,
  { boards }: BoardPorts,
): Promise<readonly string[]> {
  const board = await boards.readBoard(wish);
  const made = board ? [] : [`+ board "${wish.title ?? wish.number}"`];
  return [...made, ...diffBoard(board, plan, schedule, issues).map(describeBoardStep)];
}
