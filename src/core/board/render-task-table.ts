import type { TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanProposal } from "../model/proposal.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { toCode } from "../text/to-code.ts";

/** Rows that are shown; the rest is counted. */
const maxRows = 100;
const maxTitle = 120;

/**
 * A table of a plan's tasks in wave order with what happens to each: `+` gets an issue, `~` is
 * changed, blank stays as it is; tasks that leave the spec come last with `-`.
 */
export function renderTaskTable({ plan, schedule, summary }: PlanProposal): string {
  const added = new Set(summary?.added);
  const changed = new Set(summary?.changed);
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const before = listPredecessors(plan);
  const rows = schedule.waves.flatMap((wave) =>
    wave.tasks.map((id) => {
      const task = byId.get(id);
      const name = task?.ownId === undefined ? task?.title : `${task.ownId}: ${task.title}`;
      return [
        added.has(id) ? "+" : changed.has(id) ? "~" : "",
        escapeMarkdown(cutText(name ?? id, maxTitle)),
        String(wave.number),
        (before.get(id) ?? [])
          .map((from) => escapeMarkdown(byId.get(from)?.ownId ?? from))
          .join(", "),
        (task?.needs ?? []).map((need) => `\`${toCode(need.resource)}\``).join(", "),
      ];
    }),
  );
  rows.push(
    ...(summary?.closed ?? []).map(({ number, title }) => [
      "-",
      `#${number} ${escapeMarkdown(cutText(title, maxTitle))} (left the spec)`,
      "",
      "",
      "",
    ]),
  );
  const shown = rows.slice(0, maxRows).map((cells) => `| ${cells.join(" | ")} |`);
  const rest = rows.length > maxRows ? [`\n…and ${rows.length - maxRows} more.`] : [];
  return [
    "| | task | wave | waits for | takes turns on |",
    "|---|---|---|---|---|",
    ...shown,
    ...rest,
  ].join("\n");
}

function listPredecessors(plan: Plan): ReadonlyMap<TaskId, readonly TaskId[]> {
  const before = new Map<TaskId, TaskId[]>();
  for (const [from, to] of plan.dag.reduced) before.set(to, [...(before.get(to) ?? []), from]);
  return before;
}
