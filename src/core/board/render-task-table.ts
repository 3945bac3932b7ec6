import type { TaskId } from "../model/ids.ts";
import type { PatchSummary } from "../model/patch.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanProposal } from "../model/proposal.ts";
import type { Wave } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { toCode } from "../text/to-code.ts";
import { renderFold } from "./render-fold.ts";

/** Rows that are shown; the rest is counted. */
const maxRows = 100;
/** Longer tables are folded, so that what follows them is seen. */
const maxOpenRows = 25;
const maxTitle = 120;
const columns = ["", "task", "wave", "waits for", "takes turns on"] as const;

/**
 * A table of what happens to a plan's issues: first the tasks that leave the spec with `-`, then in wave
 * order those that get an issue with `+` and those that are changed with `~`. What stays as it is, is
 * counted; a column that is empty in all rows is left out.
 */
export function renderTaskTable({ plan, schedule, summary }: PlanProposal): string {
  const added = new Set(summary?.added);
  const changed = new Set(summary?.changed);
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const before = listPredecessors(plan);
  const rows = [...(summary?.closed ?? []).map(toClosedRow), ...schedule.waves.flatMap(toRows)];
  const unchanged = plan.tasks.filter(({ id }) => !added.has(id) && !changed.has(id)).length;
  const rest = rows.length > maxRows ? [`…and ${rows.length - maxRows} more.`] : [];
  const same = unchanged > 0 ? [`${countOf(unchanged, "task")} as before.`] : [];
  const table = rows.length > 0 ? [renderRows(rows.slice(0, maxRows))] : [];
  const text = [...table, ...rest].join("\n\n");
  const isLong = rows.length > maxOpenRows;
  const shown = isLong
    ? renderFold(`What happens to ${countOf(rows.length, "issue")}`, text)
    : text;
  return [shown, ...same].filter((part) => part !== "").join("\n\n");

  function toRows({ number, tasks }: Wave): readonly (readonly string[])[] {
    return tasks.flatMap((id) => {
      const sign = added.has(id) ? "+" : changed.has(id) ? "~" : undefined;
      if (sign === undefined) return [];
      const task = byId.get(id);
      const name = task?.ownId === undefined ? task?.title : `${task.ownId}: ${task.title}`;
      const waitsFor = (before.get(id) ?? []).map((one) => byId.get(one)?.ownId ?? one);
      return [
        [
          sign,
          escapeMarkdown(cutText(name ?? id, maxTitle)),
          String(number),
          waitsFor.map(escapeMarkdown).join(", "),
          (task?.needs ?? []).map((need) => `\`${toCode(need.resource)}\``).join(", "),
        ],
      ];
    });
  }
}

function toClosedRow({ number, title }: PatchSummary["closed"][number]): readonly string[] {
  return [
    "-",
    `#${number} ${escapeMarkdown(cutText(title, maxTitle))} (left the spec)`,
    "",
    "",
    "",
  ];
}

function renderRows(rows: readonly (readonly string[])[]): string {
  const kept = columns.map((_, at) => at < 2 || rows.some((cells) => cells[at] !== ""));
  const toLine = (cells: readonly string[]) =>
    `| ${cells.filter((_, at) => kept[at]).join(" | ")} |`;
  return [toLine(columns), toLine(columns.map(() => "---")), ...rows.map(toLine)].join("\n");
}

function listPredecessors(plan: Plan): ReadonlyMap<TaskId, readonly TaskId[]> {
  const before = new Map<TaskId, TaskId[]>();
  for (const [from, to] of plan.dag.reduced) before.set(to, [...(before.get(to) ?? []), from]);
  return before;
}
