import type { SpecFile, WorkState } from "../../model/spec.ts";
import type { InlineText, Span } from "../outline/inline-text.ts";
import type { Heading } from "../outline/outline.ts";
import type { DependencyPhrase } from "../statements/recognise-dependency-phrase.ts";
import type { KeyEntry } from "./read-item-body.ts";

/** A task as its own lines tell it, before it has a group and a ref. */
export interface TaskDraft {
  readonly ownId: string;
  readonly title: string;
  readonly state: WorkState;
  readonly isParallel: boolean;
  /** `US1` and so on, from tags. */
  readonly stories: readonly string[];
  readonly description: string | undefined;
  readonly files: readonly SpecFile[];
  readonly doneWhen: readonly string[];
  readonly type: string | undefined;
  /** What its line says about dependencies. */
  readonly phrases: readonly DependencyPhrase[];
  /** What its `Depends on` and `Blocks` keys say. */
  readonly links: readonly KeyEntry[];
  /** Text that a template left to be filled in, anywhere in the task. */
  readonly placeholder: InlineText | undefined;
  readonly heading: Heading | undefined;
  readonly span: Span;
}
