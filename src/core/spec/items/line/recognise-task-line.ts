import type { StatedState } from "../../../model/spec.ts";
import { type InlineText, unwrapInline } from "../../outline/inline-text.ts";
import { recognisePlaceholder } from "../recognise-placeholder.ts";
import { recogniseBox } from "./recognise-box.ts";
import { recogniseTags, type TaskTags } from "./recognise-tags.ts";
import { recogniseTaskId, type Standing, type TaskIdMark } from "./recognise-task-id.ts";

/** What the first words of an item say. */
export interface TaskLine {
  readonly hasBox: boolean;
  readonly state: StatedState | undefined;
  readonly isOptional: boolean;
  readonly ownId: string | undefined;
  readonly word: TaskIdMark["word"];
  /** Their `rest` is the title with all that follows it. */
  readonly tags: TaskTags;
  /** An ID or a whole title that a template left to be filled in: no task yet. */
  readonly placeholder: InlineText | undefined;
}

/**
 * Reads an item's line: a box if any, tags, an ID if any, tags again, the title. Marks before it
 * (`✅`, `📁`) are passed over in headings.
 *
 * @param checked What GitHub's Markdown says of a list item's box.
 */
export function recogniseTaskLine(
  text: InlineText,
  standing: Standing,
  checked?: boolean | null,
): TaskLine {
  const line = unwrapInline(text);
  const box = recogniseBox(line, checked);
  const words = box?.rest ?? line;
  const early = recogniseTags(words);
  const mark = recogniseTaskId(words, standing) ?? recogniseTaskId(early.rest, standing);
  const tags = mergeTags(early, recogniseTags(mark?.rest ?? early.rest));
  return {
    hasBox: box !== undefined,
    state: box?.state,
    isOptional: (box?.isOptional ?? false) || /^\*\s/.test(words.text),
    ownId: mark?.ownId,
    word: mark?.word,
    tags,
    placeholder: findPlaceholder(words, mark, tags.rest),
  };
}

function findPlaceholder(
  words: InlineText,
  mark: TaskIdMark | undefined,
  title: InlineText,
): InlineText | undefined {
  if (mark === undefined) {
    const text = recognisePlaceholder(words);
    return text !== undefined && words.text.startsWith(text.text) && /^T/.test(text.text)
      ? text
      : undefined;
  }
  const text = recognisePlaceholder(title);
  const isNoun = /^\[(?:Entity|Service|Model|Endpoint|Resource|Module)\d*\]$/.test(
    text?.text ?? "",
  );
  return text !== undefined && (isNoun || text.text === title.text) ? text : undefined;
}

function mergeTags(early: TaskTags, late: TaskTags): TaskTags {
  return {
    isParallel: early.isParallel || late.isParallel,
    stories: [...early.stories, ...late.stories],
    priority: early.priority ?? late.priority,
    rest: late.rest,
  };
}
