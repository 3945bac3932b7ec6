import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import type { InlineText, Span } from "../outline/inline-text.ts";
import type { ItemBlock } from "../outline/outline.ts";
import { recogniseDependencyPhrases } from "../statements/recognise-dependency-phrase.ts";
import { isStepOf } from "./is-step-of.ts";
import { readFileList } from "./read-file-list.ts";
import { type ItemBody, type KeyEntry, readItemBody } from "./read-item-body.ts";
import { recogniseFiles } from "./recognise-files.ts";
import type { KeyName } from "./recognise-key.ts";
import { recognisePlaceholder } from "./recognise-placeholder.ts";
import { recogniseTaskLine } from "./recognise-task-line.ts";
import type { TaskDraft } from "./task-draft.ts";

/** A list item that is a task, or one that would be if its template were filled in. */
export type RecognisedItem =
  | { readonly kind: "task"; readonly task: TaskDraft }
  | { readonly kind: "placeholder"; readonly text: InlineText };

/**
 * Recognises a task in a list item and reads its tags, keys, files and dependency phrases.
 *
 * Nested items that are tasks themselves are left out of its body.
 *
 * @returns `undefined` for an item that is no task.
 */
export function recogniseTask(block: ItemBlock, source: string): RecognisedItem | undefined {
  const first = recogniseTaskLine(block.node, source);
  if (first === undefined || first.kind === "placeholder") return first;
  const body = readItemBody(block.node, source, (nested) => {
    const line = recogniseTaskLine(nested, source);
    return line !== undefined && !(line.kind === "task" && isStepOf(line.ownId, first.ownId));
  });
  const line = recogniseTaskLine(block.node, source, body.lead);
  if (line === undefined || line.kind === "placeholder") return line;
  const text = line.tags.rest;
  const phrases = recogniseDependencyPhrases(text);
  const cuts = phrases.flatMap((phrase) => phrase.cut ?? []);
  const task: TaskDraft = {
    ownId: line.ownId,
    title: toTitle(text.text, [...cuts, ...findFileTags(text.text)]) || line.ownId,
    state: line.state,
    isParallel: line.tags.isParallel,
    stories: line.tags.stories,
    description: readDescription(body),
    files: readFiles(maskSpans(text, cuts), body),
    doneWhen: readCriteria(body),
    type: valuesOf(body, "type")[0]?.text,
    phrases,
    links: body.entries.filter(({ key }) => key === "depends-on" || key === "blocks"),
    placeholder: findPlaceholder([text, ...body.entries.flatMap((entry) => entry.values)]),
    heading: block.heading,
    span: block.span,
  };
  return { kind: "task", task };
}

/** The text without what was cut out, on one line, without separators left at its end. */
function toTitle(text: string, cuts: readonly Span[]): string {
  let title = "";
  let from = 0;
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    title += text.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return collapseWhitespace(title + text.slice(from))
    .replace(/\s+([.,;:])(?=\s|$)/g, "$1")
    .replace(/[\s:;,—–-]+$/, "");
}

function maskSpans(text: InlineText, spans: readonly Span[]): InlineText {
  let masked = text.text;
  for (const { start, end } of spans) {
    masked = masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end);
  }
  return { ...text, text: masked };
}

function findFileTags(text: string): Span[] {
  return [...text.matchAll(/\[files?\s*:[^\][]*\]/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function valuesOf(body: ItemBody, key: KeyName): readonly InlineText[] {
  return body.entries.flatMap((entry: KeyEntry) =>
    entry.key === key
      ? entry.values.filter((value) => recognisePlaceholder(value) === undefined)
      : [],
  );
}

function readDescription(body: ItemBody): string | undefined {
  const texts = [...valuesOf(body, "description"), ...body.notes];
  const lines = texts.map((each) => collapseWhitespace(each.text)).filter((line) => line !== "");
  return lines.length === 0 ? undefined : lines.join("\n");
}

function readCriteria(body: ItemBody): readonly string[] {
  return valuesOf(body, "done-when").flatMap(({ text }) =>
    collapseWhitespace(text)
      .replace(/^\[[ xX]\]\s+/, "")
      .split(/;\s+|\.\s+(?=[A-Z])/)
      .map((sentence) => sentence.replace(/[.;]$/, "").trim())
      .filter((sentence) => sentence !== ""),
  );
}

/** Files of the title, then those of the `Files` key; of one path the one with an action counts. */
function readFiles(text: InlineText, body: ItemBody): TaskDraft["files"] {
  const listed = [...recogniseFiles(text), ...valuesOf(body, "files").flatMap(readFileList)];
  const byPath = new Map(listed.map((file) => [file.path, file]));
  for (const file of listed) if (file.action !== undefined) byPath.set(file.path, file);
  return [...byPath.values()];
}

function findPlaceholder(texts: readonly InlineText[]): InlineText | undefined {
  for (const text of texts) {
    const found = recognisePlaceholder(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
