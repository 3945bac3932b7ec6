import type { TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";
import { cutLines } from "../text/cut-lines.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { toCode } from "../text/to-code.ts";
import { endMarker, renderMarker } from "./render-marker.ts";
import { renderProgress } from "./render-progress.ts";

/** What the tracking block needs to know beside plan and schedule. */
export interface TrackingContext {
  /** Address of the spec file for people. */
  readonly specUrl: string;
  /** Issue number of each task that has an issue. */
  readonly numbers: ReadonlyMap<TaskId, number>;
  /** Tasks that are done. */
  readonly done: ReadonlySet<TaskId>;
  /** How many characters people's own text leaves; as many as it takes if left out. */
  readonly room?: number;
}

/** What stands around its list. */
const frame = 500;

/** Most characters of its list; GitHub takes 65,536 in a body, and the rest is for people. */
const maxBlock = 50_000;
const maxTitle = 120;

/**
 * The managed block of a plan's tracking issue: how far it is, then the tasks wave by wave. GitHub shows title and
 * state behind each `#number`; the table is of the last apply.
 */
export function renderTrackingBlock(
  plan: Plan,
  schedule: Schedule,
  context: TrackingContext,
): string {
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const lines = [
    `${countOf(plan.tasks.length, "task")} in ${countOf(schedule.waves.length, "wave")}, from [${escapeMarkdown(plan.specPath)}](${context.specUrl}).`,
    "",
    ...renderProgress(plan, context.done),
  ];
  for (const wave of schedule.waves) {
    lines.push("", `### Wave ${wave.number}`, "");
    for (const id of wave.tasks) {
      const number = context.numbers.get(id);
      const task = byId.get(id);
      if (!task) continue;
      const title = task.ownId === undefined ? task.title : `${task.ownId}: ${task.title}`;
      const name = escapeMarkdown(cutText(title, maxTitle));
      const past = context.done.has(id) ? " (done before it was tracked)" : "";
      const shown = number === undefined ? `${name}${past}` : `#${number}`;
      lines.push(`- ${shown}${describeNeeds(task.needs.map((need) => need.resource))}`);
    }
  }
  return [
    renderMarker({ kind: "tracking", planId: plan.id }),
    ...cutLines(lines, Math.min(maxBlock, (context.room ?? maxBlock) - frame)),
    "",
    "<sub>Keysteps keeps this block true to the spec; what you write outside it stays yours.</sub>",
    endMarker,
  ].join("\n");
}

function describeNeeds(resources: readonly string[]): string {
  return resources.length === 0
    ? ""
    : ` — takes turns on ${resources.map((id) => `\`${toCode(id)}\``).join(", ")}`;
}
