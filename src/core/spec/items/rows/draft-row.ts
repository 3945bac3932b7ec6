import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import type { InlineText } from "../../outline/inline-text.ts";
import { readFileList } from "../body/read-file-list.ts";
import { readSkills } from "../body/read-skills.ts";
import { recogniseFiles } from "../body/recognise-files.ts";
import { emptyDraft } from "../empty-draft.ts";
import { cleanOwner } from "../line/clean-owner.ts";
import { parseEffort } from "../line/parse-effort.ts";
import { readTitleLine } from "../line/read-title-line.ts";
import { recogniseState } from "../line/recognise-state.ts";
import { recogniseTags } from "../line/recognise-tags.ts";
import { recogniseTaskId } from "../line/recognise-task-id.ts";
import type { KeyName } from "../recognise-key-name.ts";
import { recognisePlaceholder } from "../recognise-placeholder.ts";
import { recognisePriority } from "../recognise-priority.ts";
import type { Link, TaskDraft } from "../task-draft.ts";
import type { TaskColumns } from "./recognise-columns.ts";

/** What the last row of a table adds up under. */
const sum =
  /^(?:(?:grand|sub) ?)?total(?:es|s)?(?:\s+(?:effort|hours|time|tasks?))?:?$|^(?:sum|summe|gesamt|合计|合計|总计|합계):?$/i;

/** Makes a task of a table's row; `undefined` for a row without an ID or a title of its own. */
export function draftRow(
  cells: readonly InlineText[],
  columns: TaskColumns,
  place: Pick<TaskDraft, "heading" | "span">,
): TaskDraft | undefined {
  const id = columns.id === undefined ? undefined : cells[columns.id];
  const mark = id && recogniseTaskId(id, "cell");
  const words = columns.title === columns.id ? mark?.rest : cells[columns.title];
  if (words === undefined || isEmpty(words)) return undefined;
  if (mark === undefined && columns.id !== undefined) return undefined;
  if (sum.test(words.text.trim()) || sum.test(id?.text.trim() ?? "")) return undefined;
  if (recognisePlaceholder(words)?.text === words.text) return undefined;
  const tags = recogniseTags(words);
  const title = readTitleLine(tags.rest);
  const cellOf = (key: KeyName) => {
    const [index] = [...columns.keys].find(([, name]) => name === key) ?? [];
    const cell = index === undefined ? undefined : cells[index];
    return cell === undefined || isEmpty(cell) ? undefined : cell;
  };
  const textOf = (key: KeyName) => {
    const cell = cellOf(key);
    return cell && collapseWhitespace(cell.text);
  };
  const [effort = "", priority = "", status = ""] = [
    textOf("effort"),
    textOf("priority"),
    textOf("status"),
  ];
  const files = cellOf("files");
  return {
    ...emptyDraft("row", place.span),
    ...place,
    ownId: mark?.ownId,
    title: title.text,
    state: title.state ?? recogniseState(status),
    isParallel: tags.isParallel,
    stories: tags.stories,
    files: [...recogniseFiles(words), ...(files === undefined ? [] : readFileList(files))],
    type: textOf("type"),
    priority: title.priority ?? tags.priority ?? recognisePriority(priority),
    owner: title.owner ?? cleanOwner(textOf("owner")),
    skills: readSkills([textOf("skills") ?? ""]).skills,
    effort:
      title.effort ??
      parseEffort(/^[\d.,–-]+$/.test(effort) ? `${effort} ${columns.unit}` : effort),
    requirements: textOf("requirements")?.split(/\s*[,;]\s*/) ?? [],
    links: [toLink("depends-on", cellOf("depends-on")), toLink("blocks", cellOf("blocks"))].flat(),
  };
}

function toLink(key: Link["key"], cell: InlineText | undefined): readonly Link[] {
  return cell === undefined ? [] : [{ key, line: cell, values: [cell] }];
}

function isEmpty({ text }: InlineText): boolean {
  return /^[\s—–-]*$/.test(text);
}
