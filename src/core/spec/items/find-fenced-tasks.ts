import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source } from "../outline/build-source.ts";
import { sliceInline } from "../outline/inline-text.ts";
import type { Block, Outline } from "../outline/outline.ts";
import { listCodeLines } from "../statements/graphs/list-code-lines.ts";
import { recogniseTaskId } from "./line/recognise-task-id.ts";
import type { TaskDraft } from "./task-draft.ts";
import { compareTaskKeys, parseTaskKey, renderTaskKey } from "./task-key.ts";

const box = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX~!-]\]\s+(?=\S)/;
/** One line may well be an example. */
const leastTasks = 2;

/**
 * Reports code blocks whose boxes go on with the numbers of the document's tasks (KS115): they are read as
 * code, and may have been meant.
 */
export function findFencedTasks(
  { blocks }: Outline,
  tasks: readonly TaskDraft[],
  source: Source,
): readonly Diagnostic[] {
  const known = tasks.flatMap(({ ownId, span }) => {
    const key = parseTaskKey(ownId ?? "");
    return key === undefined ? [] : [{ key, start: span.start }];
  });
  const names = new Set(known.map(({ key }) => renderTaskKey(key)));
  return blocks.flatMap((block): readonly Diagnostic[] => {
    if (block.kind !== "code") return [];
    const ids = listIds(block, source.text);
    const [first] = ids;
    if (first === undefined || ids.length < leastTasks || !goesOn(ids, block)) return [];
    const at = source.placeAt(block.span.start);
    const message = `${ids.length} boxes in this code block go on with the IDs of the tasks (from ${first}), but code is not read; take the fence away if they are tasks`;
    return [{ code: "KS115", severity: "warning", message, at }];
  });

  /** Each is no task's, of a kind that tasks above have, and comes after all of these. */
  function goesOn(ids: readonly string[], block: Block): boolean {
    const above = known.filter(({ start }) => start < block.span.start);
    return ids.every((id) => {
      const key = parseTaskKey(id);
      if (key === undefined || names.has(renderTaskKey(key))) return false;
      const alike = above.filter((other) => other.key.prefix === key.prefix);
      return alike.length > 0 && alike.every((other) => compareTaskKeys(other.key, key) < 0);
    });
  }
}

function listIds(block: Extract<Block, { kind: "code" }>, text: string): readonly string[] {
  return listCodeLines(block, text).flatMap((line) => {
    const mark = box.exec(line.text);
    return mark === null ? [] : (recogniseTaskId(sliceInline(line, mark[0].length))?.ownId ?? []);
  });
}
