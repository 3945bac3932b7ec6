import { countOf } from "../text/count-of.ts";
import { cutText } from "../text/cut-text.ts";
import { describeFrontier } from "./describe-frontier.ts";
import type { ArtifactSet } from "./read/artifact-set.ts";
import { listFacts } from "./report/list-facts.ts";

/** Most waves, and tasks of a wave, that are named. */
const mostWaves = 30;
const mostTasks = 6;
const mostTitle = 60;

/**
 * A plan told in a screenful of plain text: what it holds, how long it takes, what may start, its waves,
 * and what makes it longer. One line an entry; texts of the plan as they stand.
 */
export function describePlan(set: ArtifactSet): readonly string[] {
  const { tasks, dag, waves } = set;
  const verdict = dag.ok ? "ok" : `not ok: ${countOf(dag.errors.length, "error")}`;
  const facts = listFacts(set);
  const widest = Math.max(...facts.map(([name]) => name.length));
  return [
    `${waves.planId} ${tasks.meta.title ?? ""} (${verdict})`,
    "",
    ...facts.map(([name, value]) => `${name.padEnd(widest)}  ${value}`),
    ...listFrontier(set),
    ...section("Waves", listWaves(set)),
    ...section("What the end hangs on", listCritical(set)),
    ...section("Can run side by side", listGroups(set)),
    ...section("Limits that cost time", listBottlenecks(set)),
  ];
}

function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", name, ...lines.map((line) => `  ${line}`)];
}

/** What can start, under a line that counts it and what only waits for a resource or a slot. */
function listFrontier({ tasks, coordinator }: ArtifactSet): readonly string[] {
  const queues = coordinator.coordinator.state_management.frontier_management;
  const [startable, waiting] = [queues.ready_queue, queues.resource_wait_queue];
  if (startable.length + waiting.length === 0) return [];
  const titles = new Map(tasks.tasks.map(({ id, title }) => [id, title]));
  const lines = fold(
    startable.map((id) => `${id} ${cutText(titles.get(id) ?? "", mostTitle)}`),
    mostTasks,
  );
  return ["", describeFrontier({ startable, waiting }), ...lines.map((line) => `  ${line}`)];
}

function listWaves({ waves }: ArtifactSet): readonly string[] {
  const list = waves.execution_models.wave_based?.waves ?? [];
  const lines = list.map(({ waveNumber, tasks, estimates }) => {
    const named = tasks.slice(0, mostTasks).join(", ");
    const more = tasks.length > mostTasks ? ` and ${tasks.length - mostTasks} more` : "";
    const hours = estimates === undefined ? "" : ` (P50 ${estimates.p50Hours} h)`;
    return `${waveNumber}: ${named}${more}${hours}`;
  });
  return fold(lines, mostWaves);
}

/** The tasks on which the end of the plan hangs most often. */
function listCritical({ tasks, waves }: ArtifactSet): readonly string[] {
  const titles = new Map(tasks.tasks.map(({ id, title }) => [id, title]));
  const forecasts = waves.execution_models.rolling_frontier?.task_forecasts ?? [];
  return forecasts
    .filter(({ criticality }) => criticality > 0)
    .toSorted((a, b) => b.criticality - a.criticality)
    .slice(0, mostTasks)
    .map(
      ({ task, criticality, slack_hours }) =>
        `${task} ${cutText(titles.get(task) ?? "", mostTitle)}: the end hangs on it in ${Math.round(100 * criticality)} % of the runs${slack_hours === undefined ? "" : `, slack by order alone ${slack_hours} h`}`,
    );
}

/** Tasks that wait for the same tasks; the biggest groups first. */
function listGroups({ waves }: ArtifactSet): readonly string[] {
  const groups = waves.execution_models.rolling_frontier?.parallel_groups ?? [];
  const lines = groups
    .toSorted((a, b) => b.tasks.length - a.tasks.length)
    .map(({ after, tasks }) => {
      const start = after.length === 0 ? "at once" : `after ${nameSome(after)}`;
      return `${start}: ${nameSome(tasks)}`;
    });
  return fold(lines, mostTasks);
}

function nameSome(ids: readonly string[]): string {
  return fold(ids, mostTasks).join(", ");
}

function listBottlenecks({ waves }: ArtifactSet): readonly string[] {
  const found = waves.execution_models.rolling_frontier?.critical_resource_contentions ?? [];
  return found.flatMap(({ resource, adds_hours, in_waves, one_more_unit_saves_hours: saved }) => {
    if (adds_hours === undefined) return [];
    const inWaves = listWaveCosts(in_waves);
    const parts = [
      `${resource} adds ${adds_hours} h`,
      ...(inWaves.length === 0 ? [] : [`in waves ${inWaves.join(" and ")}`]),
      ...(saved === undefined ? [] : [`one unit more saves ${saved} h`]),
    ];
    return [parts.join("; ")];
  });
}

function listWaveCosts(
  costs: { readonly adds_waves: number; readonly adds_hours: number } | undefined,
): readonly string[] {
  const { adds_waves: waves = 0, adds_hours: hours = 0 } = costs ?? {};
  return [...(waves > 0 ? [countOf(waves, "wave")] : []), ...(hours > 0 ? [`${hours} h`] : [])];
}

function fold(lines: readonly string[], most: number): readonly string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `… and ${more} more`] : lines;
}
