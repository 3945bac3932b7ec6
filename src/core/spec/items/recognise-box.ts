import type { ListItem } from "mdast";
import type { WorkState } from "../../model/spec.ts";
import { type InlineText, sliceInline } from "../outline/inline-text.ts";

/** A list item's box and what stands after it. */
export interface Box {
  readonly state: WorkState;
  readonly rest: InlineText;
}

const states: Readonly<Record<string, WorkState>> = {
  " ": "todo",
  x: "done",
  X: "done",
  "~": "in-progress",
  "-": "deferred",
  "!": "blocked",
};

/**
 * Reads the box of a list item: `[ ]` todo, `[x]` done, `[~]` in progress, `[-]` deferred, `[!]`
 * blocked. GitHub's Markdown takes the first two out of the text itself.
 *
 * @returns `undefined` for an item without a box.
 */
export function recogniseBox(item: ListItem, text: InlineText): Box | undefined {
  if (typeof item.checked === "boolean") {
    return { state: item.checked ? "done" : "todo", rest: text };
  }
  const match = /^\[([ xX~!-])\]\*?\s+/.exec(text.text);
  const state = states[match?.[1] ?? ""];
  if (match === null || state === undefined) return undefined;
  return { state, rest: sliceInline(text, match[0].length) };
}
