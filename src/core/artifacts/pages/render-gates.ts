import type { Task } from "../../model/plan.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import { fold } from "./fold.ts";

/** Most waves, and most lines of one wave. */
const maxWaves = 50;
const maxLines = 12;

/** What must hold before a wave is finished: the criteria and commands of its tasks. */
export function renderGates({ plan, schedule }: ArtifactInput): readonly string[] {
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const waves = schedule.waves.map(({ number, tasks, quorum }) => {
    const all = tasks.flatMap((id) => byId.get(id) ?? []);
    const gates = all.flatMap(listGates);
    const silent = all.filter((task) => listGates(task).length === 0);
    return { number, gates, silent, quorum, count: tasks.length };
  });
  if (waves.length === 0) return [];
  const lines = waves.slice(0, maxWaves).flatMap(({ number, gates, silent, quorum, count }) => {
    const shown = gates.slice(0, maxLines).map((gate) => `- ${gate}`);
    const more = gates.length - shown.length;
    const summary = `Wave ${number}: ${countOf(gates.length, "gate")}${quorum < count ? `, ${quorum} of ${count} tasks are enough` : ""}`;
    return fold(summary, [
      ...shown,
      ...(more > 0 ? [`- … and ${more} more in tasks.json`] : []),
      ...(silent.length > 0
        ? [
            `- ${silent
              .map(({ id }) => id)
              .slice(0, maxLines)
              .join(", ")}: finished when the issue is closed; no criterion says more`,
          ]
        : []),
    ]);
  });
  const left = waves.length - maxWaves;
  return [
    "## Quality gates",
    "",
    "A wave is finished when these hold.",
    "",
    ...lines,
    ...(left > 0 ? ["", `… and ${countOf(left, "wave")} more in waves.json.`] : []),
  ];
}

function listGates({ id, doneWhen, checks }: Task): readonly string[] {
  return [
    ...checks.map(({ command, expects }) => {
      const result = expects === undefined ? "succeeds" : escapeMarkdown(expects);
      return `${id}: \`${command.replaceAll("`", "'")}\` ${result}`;
    }),
    ...doneWhen.map((text) => `${id}: ${escapeMarkdown(text)}`),
  ];
}
