import type { WorkState } from "../../../model/spec.ts";
import { type InlineText, sliceInline } from "../../outline/inline-text.ts";

/** A box and what stands after it. */
export interface Box {
  readonly state: WorkState;
  /** Marked as one that may be left out: `[ ]*`. */
  readonly isOptional: boolean;
  readonly rest: InlineText;
}

const states: Readonly<Record<string, WorkState>> = {
  "": "todo",
  " ": "todo",
  x: "done",
  X: "done",
  "~": "in-progress",
  "-": "deferred",
  "!": "blocked",
  "/": "in-progress",
  ">": "deferred",
  "?": "blocked",
  "✓": "done",
  "✔": "done",
  "√": "done",
};

const shape = /^\[(\s*[xX~!/>?✓✔√-]?\s*)\](?:(\*?)(?:\s+|$)|(?=(?:T-?|Task ?)\d))/;

/**
 * Reads the box at the start of a text: `[ ]` todo, `[x]` done, `[~]` in progress, `[-]` deferred,
 * `[!]` blocked; also `[/]` in progress, `[>]` put off, `[?]` blocked by a question, `[✓]` done, with or
 * without spaces in it. A star after it makes it optional; an ID may stand right behind it.
 *
 * @param checked What GitHub's Markdown says of the list item: it takes `[ ]` and `[x]` out of the
 *   text itself.
 * @returns `undefined` for a text without a box.
 */
export function recogniseBox(text: InlineText, checked?: boolean | null): Box | undefined {
  if (typeof checked === "boolean") {
    return { state: checked ? "done" : "todo", isOptional: false, rest: text };
  }
  const match = shape.exec(text.text);
  const state = states[match?.[1]?.trim() ?? "none"];
  if (match === null || state === undefined) return undefined;
  return { state, isOptional: match[2] === "*", rest: sliceInline(text, match[0].length) };
}
