import type { Heading, ItemBlock } from "../../outline/outline.ts";

/** What is taken for tasks where a document marks none: nothing else in it has a box or an ID. */
export interface Unmarked {
  /** Headings with a task's keys right below them. */
  readonly sections: ReadonlySet<Heading>;
  /** Items of numbered lists, with their numbers. */
  readonly items: ReadonlyMap<ItemBlock, string>;
  /** Whether rows without an ID count, known by their titles. */
  readonly areRows: boolean;
}

/** Only what is marked counts. */
export const nothingUnmarked: Unmarked = {
  sections: new Set(),
  items: new Map(),
  areRows: false,
};
