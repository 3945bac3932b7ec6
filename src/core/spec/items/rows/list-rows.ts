import type { Source } from "../../outline/build-source.ts";
import { flattenCells } from "../../outline/flatten-cells.ts";
import type { Block } from "../../outline/outline.ts";
import type { TaskDraft } from "../task-draft.ts";
import { parseTaskKey, renderTaskKey, toKeyText } from "../task-key.ts";
import { draftRow } from "./draft-row.ts";
import { recogniseColumns } from "./recognise-columns.ts";

/** Tasks from rows of tables. */
export interface TaskRows {
  readonly tasks: readonly TaskDraft[];
  /** Rows about items that are written in another way too. */
  readonly recaps: readonly TaskDraft[];
  /** Tables whose dependencies are told by their tasks. */
  readonly tables: ReadonlySet<Block>;
}

/**
 * Reads tables of tasks. A table that mostly repeats items of the text only fills what these leave open;
 * its dependency columns are left to whoever reads statements.
 *
 * @param blocks Blocks that stand in no item.
 * @param known Own IDs of all items that are written in another way.
 * @param isLoose Whether rows without IDs count, known by their titles.
 */
export function listRows(
  blocks: readonly Block[],
  known: readonly string[],
  source: Source,
  isLoose: boolean,
): TaskRows {
  const written = new Map(known.flatMap((ownId) => listNames(ownId).map((name) => [name, ownId])));
  const tasks: TaskDraft[] = [];
  const recaps: TaskDraft[] = [];
  const tables = new Set<Block>();
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const [head = [], ...rows] = block.node.children.map((row) => flattenCells(row, source.text));
    const columns = recogniseColumns(
      head.map(({ text }) => text.trim()),
      rows,
      isLoose,
    );
    if (columns === undefined) continue;
    const drafts = rows.flatMap((cells, place) => {
      const node = block.node.children[place + 1];
      const span = {
        start: node?.position?.start.offset ?? 0,
        end: node?.position?.end.offset ?? 0,
      };
      return draftRow(cells, columns, { heading: block.heading, span }) ?? [];
    });
    const again = drafts.flatMap((draft) => {
      const ownId = draft.ownId && written.get(toKeyText(draft.ownId));
      return ownId === undefined ? [] : [{ ...draft, ownId, links: [] }];
    });
    if (drafts.length === 0 || again.length * 2 >= drafts.length) {
      recaps.push(...again);
      continue;
    }
    tables.add(block);
    tasks.push(...drafts);
    for (const { ownId } of drafts) {
      if (ownId !== undefined) written.set(toKeyText(ownId), ownId);
    }
  }
  return { tasks, recaps, tables };
}

/** How a table may name an item: by its ID, or by the bare number of one such as `T003`. */
function listNames(ownId: string): readonly string[] {
  const key = parseTaskKey(ownId);
  return key === undefined
    ? [toKeyText(ownId)]
    : [renderTaskKey({ ...key, prefix: "" }), renderTaskKey(key)];
}
