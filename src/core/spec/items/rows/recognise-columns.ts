import type { InlineText } from "../../outline/inline-text.ts";
import { recogniseTaskId } from "../line/recognise-task-id.ts";
import { type KeyName, recogniseKeyName } from "../recognise-key-name.ts";

/** What the columns of a table of tasks hold, by index. */
export interface TaskColumns {
  /** `undefined` where tasks are known by their titles. */
  readonly id: number | undefined;
  /** The column of the ID where titles stand behind IDs. */
  readonly title: number;
  /** The others that say something of a task. */
  readonly keys: ReadonlyMap<number, KeyName>;
}

const idNames =
  /^(?:(?:task|ticket|story|wp|work package)?\s*(?:ids?|no\.?|number|key|#)|tasks?|wp|work packages?|编号|番号|번호|código|tarea|任务|タスク)$/i;
const titleNames =
  /^(?:title|name|task|task name|task title|description|summary|subject|what|work|deliverable|título|tarea|descripción|标题|任务|名称|描述|タイトル|内容|タスク名|제목|작업)$/i;
const keys: readonly KeyName[] = [
  "depends-on",
  "blocks",
  "effort",
  "priority",
  "owner",
  "status",
  "files",
  "type",
  "requirements",
];

/** What may be said of other things than work. */
const ofAnything: readonly KeyName[] = ["priority", "type", "requirements"];

/**
 * Recognises a table of tasks by its header and its cells: a column of IDs, one of titles (or titles
 * behind the IDs), and one more that speaks of tasks (`Depends on`, `Estimate`, `Owner`, …).
 *
 * @param isLoose Whether titles will do, where dependencies or efforts stand beside them.
 * @returns `undefined` for any other table, such as a risk register or a matrix.
 */
export function recogniseColumns(
  head: readonly string[],
  rows: readonly (readonly InlineText[])[],
  isLoose: boolean,
): TaskColumns | undefined {
  const names = head.map((name) => name.replace(/^[^\p{L}#]+|[^\p{L}#.]+$/gu, ""));
  const id = names.findIndex((name, place) => idNames.test(name) && holdsIds(rows, place));
  if (
    (id < 0 && !isLoose) ||
    names.some((name) => /^(?:risk|impact|mitigation|probability)s?$/i.test(name))
  )
    return undefined;
  const named = names.findIndex((name, place) => place !== id && titleNames.test(name));
  const title = named < 0 && id >= 0 && holdsTitles(rows, id) ? id : named;
  const found = names.flatMap((name, place): readonly (readonly [number, KeyName])[] => {
    const key = place === id || place === title ? undefined : toKey(name);
    return key === undefined || !keys.includes(key) ? [] : [[place, key]];
  });
  if (title < 0 || found.length === 0) return undefined;
  if (id < 0) {
    const isTold = found.some(([, key]) => key === "depends-on" || key === "effort");
    return isTold && /^(?:task|tarea|任务|タスク)/i.test(names[title] ?? "")
      ? { id: undefined, title, keys: new Map(found) }
      : undefined;
  }
  const isWork = found.some(([, key]) => !ofAnything.includes(key));
  return isWork || !holdsCodes(rows, id) ? { id, title, keys: new Map(found) } : undefined;
}

function toKey(name: string): KeyName | undefined {
  if (/^(?:duration|hours|days|sp|est)\b/i.test(name)) return "effort";
  return recogniseKeyName(name);
}

function holdsIds(rows: readonly (readonly InlineText[])[], place: number): boolean {
  const cells = rows.flatMap((row) => row[place] ?? []).filter(({ text }) => text !== "");
  const ids = cells.filter((cell) => recogniseTaskId(cell, "cell") !== undefined);
  return ids.length > 0 && ids.length * 2 >= cells.length;
}

/** `A1`, `D2`: decisions and criteria are numbered so as well. */
function holdsCodes(rows: readonly (readonly InlineText[])[], place: number): boolean {
  return rows.some((row) => {
    const cell = row[place];
    return cell !== undefined && recogniseTaskId(cell, "cell")?.word === "code";
  });
}

function holdsTitles(rows: readonly (readonly InlineText[])[], place: number): boolean {
  return rows.every((row) => {
    const cell = row[place];
    return cell === undefined || (recogniseTaskId(cell, "cell")?.rest.text ?? "") !== "";
  });
}
