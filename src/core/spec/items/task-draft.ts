import type { SpecDocument, SpecTask } from "../../model/spec.ts";
import type { InlineText, Span } from "../outline/inline-text.ts";
import type { Heading } from "../outline/outline.ts";
import type { DependencyPhrase } from "../statements/recognise-dependency-phrase.ts";
import type { KeyEntry } from "./body/key-entry.ts";

/** What a task is written as. A `file` is one by its front matter, a `record` an object of JSON. */
export type Construct = "section" | "box" | "bullet" | "row" | "file" | "record";

/** What a task's own words tell, as they end up in the document. */
export type TaskWords = Pick<
  SpecTask,
  | "ownId"
  | "title"
  | "isParallel"
  | "isOptional"
  | "description"
  | "files"
  | "doneWhen"
  | "type"
  | "priority"
  | "owner"
  | "skills"
  | "effort"
  | "subtasks"
  | "checks"
  | "notes"
  | "risks"
  | "resources"
  | "requirements"
>;

/** A task as its own lines tell it, before it has a group and a ref. */
export interface TaskDraft extends TaskWords {
  readonly construct: Construct;
  /** Where the manner of the file says more than the task's own words: ccpm, task-master, … */
  readonly dialect: SpecDocument["dialect"] | undefined;
  /** Its place in a numbered list (`2.`), by which text may call it where it has no ID. */
  readonly listNumber?: string | undefined;
  /** Its title without the statement at its end, if these IDs are tasks. */
  readonly shorter?: { readonly title: string; readonly ids: readonly string[] } | undefined;
  /** What its box, a mark or a `Status` key says, if anything. */
  readonly state: SpecTask["state"] | undefined;
  /** `US1` and so on, from tags. */
  readonly stories: readonly string[];
  /** What its line says about dependencies. */
  readonly phrases: readonly DependencyPhrase[];
  /** What its `Depends on` and `Blocks` keys say, and those of the items that contain it. */
  readonly links: readonly Link[];
  /** Text that a template left to be filled in, anywhere in the task. */
  readonly placeholder: InlineText | undefined;
  /** The heading that it stands under. */
  readonly heading: Heading | undefined;
  /** The items that contain it, outermost first: `1` of `1.1`, an epic of its stories. */
  readonly containers: readonly Container[];
  readonly span: Span;
}

/** A dependency key with what it says. */
export type Link = Pick<KeyEntry, "line" | "values"> & {
  readonly key: "depends-on" | "blocks";
};

/** An item that is no task itself but holds tasks. */
export interface Container {
  /** Its own ID, by which text may mean all its tasks. */
  readonly ownId: string | undefined;
  readonly title: string;
  readonly priority: SpecTask["priority"];
  readonly span: Span;
}
