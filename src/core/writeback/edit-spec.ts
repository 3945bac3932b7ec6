import type { TaskId } from "../model/ids.ts";
import { editProgress, type GroupProgress } from "./edit-progress.ts";
import { tickBox } from "./tick-box.ts";

/** A task whose box is to be turned. */
export interface TaskBox {
  readonly taskId: TaskId;
  /** 1-based. */
  readonly line: number;
}

/** What is to be written into one file of a spec. */
export interface SpecEdit {
  readonly ticked: readonly TaskBox[];
  readonly unticked: readonly TaskBox[];
  /** How far each phase or section is, with one for all. */
  readonly progress: readonly GroupProgress[];
}

/**
 * Ticks and unticks the boxes of tasks, and brings the progress table up to date. Nothing else of the
 * file changes, not one byte: line ends, marks and spaces stay. A task without a box is left as it is.
 */
export function editSpec(text: string, { ticked, unticked, progress }: SpecEdit): string {
  const lines = text.split("\n");
  const turn = (isDone: boolean) => (box: TaskBox) => {
    const line = lines[box.line - 1];
    if (line !== undefined) lines[box.line - 1] = tickBox(line, isDone);
  };
  ticked.forEach(turn(true));
  unticked.forEach(turn(false));
  return editProgress(lines, progress).join("\n");
}
