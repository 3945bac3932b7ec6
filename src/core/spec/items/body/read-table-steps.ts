import type { Table } from "mdast";
import type { SpecSubtask } from "../../../model/spec.ts";
import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import type { Source } from "../../outline/build-source.ts";
import { flattenCells } from "../../outline/flatten-cells.ts";
import type { InlineText } from "../../outline/inline-text.ts";
import { parseEffort } from "../line/parse-effort.ts";
import { readTitleLine } from "../line/read-title-line.ts";
import { recogniseState } from "../line/recognise-state.ts";
import { recogniseTaskLine } from "../line/recognise-task-line.ts";
import { recogniseKeyName } from "../recognise-key-name.ts";
import { readFileList } from "./read-file-list.ts";

const counted = /^(?:#|no\.?|nr\.?|ids?|step|task|sub-?task|item)$/i;
const worked =
  /^(?:sub-?tasks?|steps?|tasks?|actions?|activity|activities|to-?dos?|work|work\s+items?|what|title|name|description|步骤|任务|手順|작업|tarea|paso)$/i;
const foreign = /^(?:risks?|impact|mitigation|probability|criteri(?:on|a)|metric|endpoint|field)$/i;

/**
 * Reads the steps that a table in a task lists: a row each, with a column of numbers or IDs and one of
 * words, or one that is called `Step`, `Subtask` and the like.
 *
 * @returns Nothing for any other table, such as one of fields or risks.
 */
export function readTableSteps(table: Table, source: Source): readonly SpecSubtask[] {
  const [head = [], ...rows] = table.children.map((row) => flattenCells(row, source.text));
  const names = head.map(({ text }) => text.trim());
  if (names.some((name) => foreign.test(name))) return [];
  const id = names.findIndex((name, place) => counted.test(name) && areIds(rows, place));
  const title = names.findIndex((name, place) => place !== id && worked.test(name));
  const isNamed = /^(?:sub-?tasks?|steps?|actions?|to-?dos?)$/i.test(names[title] ?? "");
  if (title < 0 || (id < 0 && !isNamed)) return [];
  const cellOf = (row: readonly InlineText[], key: string) =>
    row.find((_, place) => place !== id && place !== title && toKey(names[place]) === key);
  return rows.flatMap((row, place): readonly SpecSubtask[] => {
    const words = row[title];
    if (words === undefined || words.text.trim() === "") return [];
    const line = recogniseTaskLine(words, "box");
    const said = readTitleLine(line.tags.rest);
    const effort = cellOf(row, "effort")?.text ?? "";
    const files = cellOf(row, "files");
    const state = line.state ?? said.state ?? recogniseState(cellOf(row, "status")?.text ?? "");
    return [
      {
        id: line.ownId ?? readOwnId(row[id]),
        title: said.text,
        isDone: state === "done",
        hours: (said.effort ?? parseEffort(/^[\d.]+$/.test(effort) ? `${effort}h` : effort))?.hours,
        files: files === undefined ? [] : readFileList(files),
        output: toText(cellOf(row, "output") ?? cellOf(row, "outcome")),
        line: source.placeAt(table.children[place + 1]?.position?.start.offset ?? 0).line,
      },
    ];
  });
}

/** Mere numbers count the rows; a longer ID names the step. */
function readOwnId(cell: InlineText | undefined): string | undefined {
  const text = cell?.text.trim() ?? "";
  return /^\d*$/.test(text) ? undefined : text;
}

function areIds(rows: readonly (readonly InlineText[])[], place: number): boolean {
  return rows.every((row) =>
    /^(?:[A-Z]+-?)*\d+(?:\.\d+)*[a-z]?\.?$/.test(row[place]?.text.trim() ?? ""),
  );
}

function toKey(name: string | undefined) {
  return recogniseKeyName(name ?? "");
}

function toText(cell: InlineText | undefined): string | undefined {
  const text = collapseWhitespace(cell?.text ?? "");
  return text === "" ? undefined : text;
}
