import type { ListItem } from "mdast";
import type { InlineText, Span } from "../../outline/inline-text.ts";
import type { Heading } from "../../outline/outline.ts";
import type { BodyPart } from "../body/body-part.ts";
import type { TaskLine } from "../line/recognise-task-line.ts";
import type { Construct, TaskDraft } from "../task-draft.ts";

/** Something in the text that may be a task: a heading, a bold paragraph, a list item or a file. */
export interface Candidate {
  readonly construct: Exclude<Construct, "row" | "record">;
  readonly line: TaskLine;
  /** The item's own words begin its first part; else they stand in `title`. */
  readonly title: InlineText | undefined;
  /** The heading that it stands under. */
  readonly heading: Heading | undefined;
  /** The nearest candidate around it. */
  readonly parent: Candidate | undefined;
  /** Of a list item. */
  readonly node: ListItem | undefined;
  /** The list it is in, to tell its neighbours. */
  readonly list: unknown;
  /** What stands over its list: a line such as `Acceptance criteria:`. */
  readonly label: string;
  /** What the front matter says, of a file that is a task. */
  readonly file: TaskDraft | undefined;
  /** How deep a section is: a whole file 0; bold paragraphs are deeper than all headings. */
  readonly depth: number;
  /** What stands in it; of a section up to the next one. */
  readonly parts: BodyPart[];
  readonly span: Span;
  /** Taken for a task though nothing marks it as one, for want of any that is marked. */
  readonly isUnmarked?: boolean | undefined;
}

/** What a candidate turns out to be; `step` belongs to the task around it, `again` to one elsewhere. */
export type Role = "task" | "step" | "group" | "none";
