import type { InlineText } from "../../outline/inline-text.ts";

/** A node as one line mentions it. */
export interface DrawnNode {
  readonly id: InlineText;
  /** What its shape says here (`A[Setup]`), if anything. */
  readonly label: InlineText | undefined;
}

/** One arrow between two sets of nodes (`A & B --> C`). */
export interface DrawnArrow {
  readonly from: readonly DrawnNode[];
  readonly to: readonly DrawnNode[];
  readonly whole: InlineText;
}

/** The arrows of a drawing in order, and the label that each ID was given first. */
export interface DrawnGraph {
  readonly arrows: readonly DrawnArrow[];
  readonly labels: ReadonlyMap<string, InlineText>;
}
