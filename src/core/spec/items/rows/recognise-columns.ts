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
  /** What a bare figure counts in the column of efforts: `h`, or `points`, `d` and so on by its name. */
  readonly unit: string;
}

const idNames =
  /^(?:(?:task|ticket|story|wp|work package)?\s*(?:ids?|no\.?|number|key|#)|tasks?|wp|work packages?|编号|番号|번호|código|tarea|任务|タスク)$/i;
const titleNames =
  /^(?:title|name|task|task name|task title|description|summary|subject|what|work|deliverable|título|tarea|descripción|标题|任务|名称|描述|タイトル|内容|タスク名|제목|작업)$/i;
/** Titles only beside dependencies or efforts: other things are listed under such names too. */
const looseNames =
  /^(?:work\s+items?|items?|stor(?:y|ies)|user\s+stor(?:y|ies)|issues?|activit(?:y|ies)|steps?)$/i;
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
  const title = findTitle(names, id, rows);
  const found = names.flatMap((name, place): readonly (readonly [number, KeyName])[] => {
    const key = place === id || place === title ? undefined : toKey(name);
    return key === undefined || !keys.includes(key) ? [] : [[place, key]];
  });
  if (title < 0 || found.length === 0) return undefined;
  const skills = names.findIndex((name) => toKey(name) === "skills");
  const more: typeof found = skills < 0 ? [] : [[skills, "skills"]];
  const isTold = found.some(([, key]) => key === "depends-on" || key === "effort");
  const isLooseName = looseNames.test(names[title] ?? "");
  if (isLooseName && !isTold) return undefined;
  const columns = {
    title,
    keys: new Map([...found, ...more]),
    unit: readUnit(names, found),
  };
  if (id < 0) {
    const isNamed = isLooseName || /^(?:task|tarea|任务|タスク)/i.test(names[title] ?? "");
    return isTold && isNamed ? { id: undefined, ...columns } : undefined;
  }
  const isWork = found.some(([, key]) => !ofAnything.includes(key));
  return isWork || !holdsCodes(rows, id) ? { id, ...columns } : undefined;
}

/** The column called so, else that of the IDs where titles stand behind them; -1 for none. */
function findTitle(
  names: readonly string[],
  id: number,
  rows: readonly (readonly InlineText[])[],
): number {
  const find = (pattern: RegExp) =>
    names.findIndex((name, place) => place !== id && pattern.test(name));
  const certain = find(titleNames);
  if (certain >= 0) return certain;
  return id >= 0 && holdsTitles(rows, id) ? id : find(looseNames);
}

/** `Story Points`, `SP`, `Days`: what the figures of efforts count. */
function readUnit(
  names: readonly string[],
  found: readonly (readonly [number, KeyName])[],
): string {
  const [place = -1] = found.find(([, key]) => key === "effort") ?? [];
  const name = names[place] ?? "";
  if (/\bpoints?\b|\bs?pt?s?\b/i.test(name)) return "points";
  return /\b(days?|weeks?|min(?:ute)?s?)\b|\(([dwm])\)/i.exec(name)?.slice(1).find(Boolean) ?? "h";
}

function toKey(name: string): KeyName | undefined {
  if (/^(?:duration|hours|days|weeks|sp|pts|est)\b/i.test(name)) return "effort";
  if (/^who$/i.test(name)) return "owner";
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
