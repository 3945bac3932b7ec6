import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { readFileList } from "../items/body/read-file-list.ts";
import { emptyDraft } from "../items/empty-draft.ts";
import { recogniseTaskLine } from "../items/line/recognise-task-line.ts";
import type { TaskDraft } from "../items/task-draft.ts";
import type { Source, SourceFile } from "../outline/build-source.ts";
import { type Span, toInline } from "../outline/inline-text.ts";

const opening = /<task(?:\s[^<>\n]{0,200})?>/g;
const closing = "</task>";

/**
 * Reads GSD's blocks `<task type="auto"><name>…</name><files>…</files>…</task>`: name, files, what to
 * do, how to verify it and when it is done. A block without a name goes by what was built.
 *
 * @param code Where code stands, in order; blocks in it are examples.
 */
export function readTaskBlocks(
  file: SourceFile,
  code: readonly Span[],
  source: Source,
): readonly TaskDraft[] {
  const drafts: TaskDraft[] = [];
  let [from, place] = [0, 0];
  for (const { 0: mark, index } of file.text.matchAll(opening)) {
    while ((code[place]?.end ?? Infinity) <= file.start + index) place += 1;
    const isCode = (code[place]?.start ?? Infinity) <= file.start + index;
    if (index < from || isCode) continue;
    const end = file.text.indexOf(closing, index);
    if (end < 0) break;
    from = end + closing.length;
    const span = { start: file.start + index, end: file.start + from };
    const inside = file.text.slice(index + mark.length, end);
    drafts.push(...draftBlock(mark, inside, span, source));
  }
  return drafts;
}

function draftBlock(
  mark: string,
  inside: string,
  span: Span,
  source: Source,
): readonly TaskDraft[] {
  const textOf = (tag: string) => readTag(inside, tag);
  const name = textOf("name") ?? textOf("what-built") ?? textOf("decision");
  if (name === undefined) return [];
  const line = recogniseTaskLine(toInline(name, span.start), "heading");
  const title = line.tags.rest.text === "" ? name : line.tags.rest.text;
  const files = textOf("files");
  const command = textOf("automated");
  const verify = command === undefined ? textOf("verify") : undefined;
  const criteria = [textOf("done"), verify, textOf("how-to-verify")];
  return [
    {
      ...emptyDraft("section", span),
      dialect: "gsd",
      ownId: line.ownId,
      title,
      isParallel: line.tags.isParallel,
      state: line.state,
      description: textOf("action"),
      files: files === undefined ? [] : readFileList(toInline(files, span.start)),
      type: /type="([^"]+)"/.exec(mark)?.[1],
      doneWhen: criteria.flatMap((text) => text ?? []),
      checks:
        command === undefined
          ? []
          : [{ command, expects: undefined, line: source.placeAt(span.start).line }],
    },
  ];
}

function readTag(text: string, tag: string): string | undefined {
  const start = text.indexOf(`<${tag}>`);
  const end = start < 0 ? -1 : text.indexOf(`</${tag}>`, start);
  if (end < 0) return undefined;
  const words = collapseWhitespace(text.slice(start + tag.length + 2, end));
  return words === "" ? undefined : words;
}
