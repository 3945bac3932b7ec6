import type { Board, BoardField, BoardItem, BoardValue, BoardWish } from "../core/model/board.ts";
import type { TaskId } from "../core/model/ids.ts";
import type { IssueRef } from "../core/model/record.ts";
import { datedFields, keptFields, listBoardValues } from "../core/sync/list-board-values.ts";
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
 * Puts the issues of a plan's tasks on its board and keeps their wave, estimate and dates true. An issue's first
 * status is that of its task; from then on the status is people's and GitHub's. Fields that the
 * board lacks are made; one of another kind under that name is left alone.
 *
 * Everything here may be done twice without harm, so a run that is cut short is simply run again.
 */
export async function syncBoard(
  board: Board,
  { plan, schedule }: CompiledSpec,
  issues: ReadonlyMap<TaskId, IssueRef>,
  { boards, pace }: BoardPorts,
): Promise<void> {
  const values = listBoardValues(plan, schedule);
  const fields = await openFields();
  for (const { id, state } of plan.tasks) {
    const issue = issues.get(id);
    if (issue === undefined) continue;
    const item = board.items.get(issue.nodeId) ?? (await addItem(issue));
    for (const [name, value] of values.get(id) ?? []) await set(item, name, value);
    if (!item.values.has("status")) await set(item, "Status", state === "done" ? "Done" : "Todo");
  }

  async function openFields(): Promise<ReadonlyMap<string, BoardField>> {
    const hasDates = schedule.forecast?.dates !== undefined;
    const known = new Map(board.fields.map((field) => [field.name.toLowerCase(), field]));
    for (const { name, kind } of [...keptFields, ...(hasDates ? datedFields : [])]) {
      if (known.has(name.toLowerCase())) continue;
      await pace.beforeWrite("content");
      known.set(name.toLowerCase(), await boards.addField(board.id, name, kind));
    }
    return known;
  }

  async function addItem(issue: IssueRef): Promise<BoardItem> {
    await pace.beforeWrite("content");
    return { id: await boards.addItem(board.id, issue), values: new Map() };
  }

  async function set(item: BoardItem, name: string, value: BoardValue): Promise<void> {
    const field = fields.get(name.toLowerCase());
    if (field === undefined || !fits(field, value)) return;
    if (item.values.get(name.toLowerCase()) === value) return;
    await pace.beforeWrite("edit");
    await boards.setValue(board.id, item.id, field, value);
  }
}

function fits({ kind, options }: BoardField, value: BoardValue): boolean {
  if (kind === "choice") return options.has(String(value));
  return kind === (typeof value === "number" ? "number" : "date");
}
