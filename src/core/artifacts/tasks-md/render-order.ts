import { roundHours } from "../round-hours.ts";
import type { TasksPage } from "./tasks-page.ts";

/** Most lines of the graph and groups that are written: whoever needs all of them reads dag.json. */
const maxLines = 200;

/** What comes before what, the longest chain, what may run side by side, and what that saves. */
export function renderOrder(page: TasksPage): readonly string[] {
  return [
    page.layout === "breakdown" ? "## Task Dependencies Graph" : "## Dependencies Graph",
    "",
    ...renderGraph(page),
    "",
    "### Critical Path",
    "",
    ...renderPath(page),
    "",
    "## Parallelization Opportunities",
    "",
    "### Parallel Groups",
    "",
    ...renderGroups(page),
    "",
    "### Estimated Time Savings",
    "",
    ...renderSavings(page),
  ];
}

function renderGraph({ plan, nameOf }: TasksPage): readonly string[] {
  const { reduced, cycles } = plan.dag;
  if (cycles.length > 0) return ["None while there is a cycle; see Plan.md."];
  if (reduced.length === 0) return ["None: all tasks stand alone."];
  const lines = reduced.map(([from, to]) => `${nameOf(from)} → ${nameOf(to)}`);
  const more = lines.length - maxLines;
  return [
    "```text",
    ...lines.slice(0, maxLines),
    "```",
    ...(more > 0 ? ["", `${more} more arrows stand in dag.json.`] : []),
  ];
}

function renderPath({ chain: { hours, tasks }, nameOf }: TasksPage): readonly string[] {
  if (tasks.length === 0) return ["None."];
  return [
    "The longest sequence of tasks, by likely hours:",
    "",
    tasks.map(nameOf).join(" → "),
    "",
    `**Total Critical Path Duration**: ${roundHours(hours)} hours`,
  ];
}

function renderGroups({ schedule, listOf }: TasksPage): readonly string[] {
  const { parallelGroups } = schedule;
  if (parallelGroups.length === 0) return ["None: the tasks come one at a time."];
  const lines = parallelGroups.slice(0, maxLines).map(({ tasks }, place) => {
    return `- **Group ${toLetters(place)}** can run in parallel: ${listOf(tasks)}`;
  });
  const more = parallelGroups.length - lines.length;
  return [...lines, ...(more > 0 ? ["", `${more} more groups stand in dag.json.`] : [])];
}

/** A to Z, then AA. */
function toLetters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${toLetters(Math.floor(place / 26) - 1)}${last}`;
}

function renderSavings({ schedule }: TasksPage): readonly string[] {
  const { forecast } = schedule;
  if (forecast === undefined) return [`Not known: ${schedule.whyNoForecast}.`];
  const { sequentialHours, rolling } = forecast;
  const saved = Math.max(0, sequentialHours - rolling.p50Hours);
  const percent = sequentialHours > 0 ? Math.round((100 * saved) / sequentialHours) : 0;
  return [
    `- **Sequential execution**: ${roundHours(sequentialHours)} hours`,
    `- **With parallelization**: ${roundHours(rolling.p50Hours)} hours (P50)`,
    `- **Time saved**: ${roundHours(saved)} hours (${percent}%)`,
  ];
}
