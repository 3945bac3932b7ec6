import type { ListItem } from "mdast";
import type { WorkState } from "../../model/spec.ts";
import { flattenInline } from "../outline/flatten-inline.ts";
import { type InlineText, splitInlineLines, unwrapInline } from "../outline/inline-text.ts";
import { recogniseBox } from "./recognise-box.ts";
import { recognisePlaceholder } from "./recognise-placeholder.ts";
import { recogniseTags, type TaskTags } from "./recognise-tags.ts";
import { recogniseTaskId } from "./recognise-task-id.ts";

/** What the first words of a list item make of it. */
export type TaskLine =
  | {
      readonly kind: "task";
      readonly ownId: string;
      readonly state: WorkState;
      readonly tags: TaskTags;
    }
  | { readonly kind: "placeholder"; readonly text: InlineText };

/**
 * Recognises a task by its line: a box, then an own ID, then a title. A line whose ID or whole title
 * is still a template's is a placeholder.
 *
 * @param lead The item's first words, as far as they belong to the line; read from the item if absent.
 * @returns `undefined` for any other list item.
 */
export function recogniseTaskLine(
  item: ListItem,
  source: string,
  lead: InlineText = readLead(item, source),
): TaskLine | undefined {
  const box = recogniseBox(item, unwrapInline(lead));
  if (box === undefined) return undefined;
  const mark = recogniseTaskId(box.rest);
  if (mark === undefined) {
    const text = recognisePlaceholder(box.rest);
    const isId = text !== undefined && box.rest.text.startsWith(text.text) && /^T/.test(text.text);
    return isId ? { kind: "placeholder", text } : undefined;
  }
  const tags = recogniseTags(mark.rest);
  const text = recognisePlaceholder(tags.rest);
  if (text !== undefined && text.text === tags.rest.text) return { kind: "placeholder", text };
  return { kind: "task", ownId: mark.ownId, state: box.state, tags };
}

function readLead(item: ListItem, source: string): InlineText {
  const first = item.children[0];
  if (first?.type !== "paragraph") return { text: "", offsets: [], code: [], strong: [] };
  const from = first.position?.start.offset ?? 0;
  const lines = splitInlineLines(flattenInline(first.children, source, from));
  return lines[0] ?? { text: "", offsets: [], code: [], strong: [] };
}
