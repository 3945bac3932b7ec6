import type { Plan } from "../../model/plan.ts";
import type { Wave } from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

/** Most tasks of the longest chain that are named one by one. */
const maxSteps = 30;

/** The section on order: waves, what can start now, and the longest chain. */
export function renderWaves({ plan, schedule }: ArtifactInput): readonly string[] {
  if (plan.dag.cycles.length > 0) {
    return ["## Waves", "", "None: tasks wait for each other in a circle, so no order exists."];
  }
  const { toName, toList } = nameTasks(plan.tasks);
  const { startable, waiting } = schedule.frontier;
  const rows = schedule.waves.map((wave) => [
    String(wave.number),
    String(wave.tasks.length),
    toList(wave.tasks),
    describeUsage(wave, plan),
  ]);
  const left = plan.tasks.length - schedule.waves.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const steps = schedule.longestPath;
  return [
    "## Waves",
    "",
    `${countOf(schedule.waves.length, "wave")}; ${countOf(startable.length, "task")} can start now, ${waiting.length} more wait only for a resource or a slot.`,
    ...(left > 0 ? ["", `${countOf(left, "task")} fit in no wave; see Findings.`] : []),
    "",
    ...renderTable(["wave", "tasks", "which", "resources in use"], rows, "waves.json"),
    "",
    "## Longest chain",
    "",
    `${countOf(steps.length, "task")}, one after the other, counted without durations:`,
    "",
    ...steps.slice(0, maxSteps).map((id, index) => `${index + 1}. ${toName(id)}`),
    ...(steps.length > maxSteps ? ["", `… and ${steps.length - maxSteps} more.`] : []),
  ];
}

function describeUsage({ resourceUsage }: Wave, plan: Plan): string {
  const used = plan.resources.filter(({ id }) => resourceUsage[id] !== undefined);
  return used.map(({ id, capacity }) => `${id} ${resourceUsage[id]}/${capacity}`).join(", ");
}
