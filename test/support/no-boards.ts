import type { BoardStore } from "../../src/flows/ports.ts";

/** For flows that no settings tell of a board. */
export const noBoards: BoardStore = {
  readBoard: refuse,
  createBoard: refuse,
  addField: refuse,
  addItem: refuse,
  setValue: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(new Error("nobody asked for a board"));
}
