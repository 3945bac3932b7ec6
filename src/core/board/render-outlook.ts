import type { PlanProposal } from "../model/proposal.ts";
import type { DateQuantiles, Quantiles } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { describeCost } from "./describe-cost.ts";
import { toHours } from "./to-hours.ts";

/** Names that are shown in a row; the rest is counted. */
const maxNames = 12;
const maxLimits = 5;
const maxName = 60;

/**
 * What a plan is likely to come to, in a few lines: how long it takes (with dates where the settings
 * have a calendar), its longest chain, who contends for what, and which limits cost time.
 */
export function renderOutlook({ plan, schedule }: PlanProposal): readonly string[] {
  const { forecast, criticalPath } = schedule;
  const names = new Map(plan.tasks.map((task) => [task.id as string, task.ownId ?? task.id]));
  const nameAll = (ids: readonly string[], between: string) => {
    const shown = ids
      .slice(0, maxNames)
      .map((id) => escapeMarkdown(cutText(names.get(id) ?? id, maxName)));
    return [...shown, ...(ids.length > maxNames ? [`${ids.length - maxNames} more`] : [])].join(
      between,
    );
  };
  const lines = [
    ...(forecast === undefined
      ? []
      : [
          `**Takes** ${tellHours(forecast.rolling)} of work${tellDates(forecast.dates?.rolling, forecast.dates?.timeZone)}; in waves ${tellHours(forecast.waves)}.`,
        ]),
    ...(criticalPath.tasks.length > 1
      ? [
          `**Critical path**, ${countOf(criticalPath.tasks.length, "task")}, ${toHours(criticalPath.hours)}: ${nameAll(criticalPath.tasks, " → ")}.`,
        ]
      : []),
    ...plan.conflicts.map(
      ({ resource, tasks }) =>
        `**Contend for** ${toCode(resource)}, ${countOf(tasks.length, "task")}: ${nameAll(tasks, ", ")}.`,
    ),
    ...(forecast?.bottlenecks ?? [])
      .slice(0, maxLimits)
      .map(
        (bottleneck) =>
          `**Costs time**: ${toCode(bottleneck.resource)} ${describeCost(bottleneck)}.`,
      ),
  ];
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}

function tellHours({ p50Hours, p80Hours }: Quantiles): string {
  return `${toHours(p50Hours)} (P50) to ${toHours(p80Hours)} (P80)`;
}

function tellDates(ends: DateQuantiles | undefined, zone: string | undefined): string {
  if (ends === undefined) return "";
  return `, until ${ends.p50.slice(0, 10)} (P50) to ${ends.p80.slice(0, 10)} (P80, ${zone})`;
}

function toCode(name: string): string {
  return `\`${name.replaceAll("`", "'")}\``;
}
