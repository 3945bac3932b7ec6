import type { WavesJson } from "../../model/artifact/waves-json.ts";
import { countOf } from "../../text/count-of.ts";
import type { ArtifactSet } from "../read/artifact-set.ts";

type Rolling = NonNullable<WavesJson["execution_models"]["rolling_frontier"]>;
type WaveBased = NonNullable<WavesJson["execution_models"]["wave_based"]>;

/** Tasks of the critical path that are named. */
const mostNamed = 8;

/**
 * What is told of a plan in one line each: counts, hours for half and nineteen in twenty of the runs, what
 * a rolling frontier gains, what the quorum does, the critical path, what working side by side saves, how
 * far from the shortest the plan may be, and how sure the forecast is.
 */
export function listFacts({
  features,
  tasks,
  dag,
  waves,
  coordinator,
}: ArtifactSet): readonly (readonly [name: string, value: string])[] {
  const { wave_based: byWaves, rolling_frontier: rolling } = waves.execution_models;
  const queues = coordinator.coordinator.state_management.frontier_management;
  const done = tasks.tasks.filter(({ source }) => source?.state === "done").length;
  const time = rolling?.estimated_completion_time;
  const waveTime = byWaves?.estimated_completion;
  const advantages = rolling?.advantages_over_wave_based ?? [];
  return [
    [
      "Tasks",
      `${tasks.tasks.length} in ${countOf(features.features.length, "feature")}, ${done} done`,
    ],
    [
      "Dependencies",
      `${dag.metrics.edges}, the longest chain has ${dag.metrics.longestPath} tasks`,
    ],
    ["Rolling frontier", describeTime(time)],
    [
      "Waves",
      `${byWaves?.total_waves ?? 0}${waveTime === undefined ? "" : `, ${describeTime(waveTime)}`}`,
    ],
    ["Rolling against waves", advantages.join("; ")],
    ["Quorum", describeQuorum(byWaves?.config.barrier)],
    ["Critical path", describePath(rolling?.critical_path)],
    ["Side by side", describeSaving(rolling?.time_saved)],
    ["Shortest found", describeBound(time)],
    ["Sure to", describeSimulation(rolling?.simulation)],
    ["May start now", countOf(queues.ready_queue.length, "task")],
  ].flatMap(([name = "", value = ""]) => (value === "" ? [] : [[name, value] as const]));
}

interface Completion {
  readonly p50_hours: number;
  readonly p95_hours: number;
  readonly p50_date?: string | undefined;
  readonly p95_date?: string | undefined;
}

function describeTime(time: Completion | undefined): string {
  if (time === undefined) return "";
  const { p50_hours, p95_hours, p50_date, p95_date } = time;
  const half = `${p50_hours} h${p50_date === undefined ? "" : ` (${p50_date})`}`;
  return `${half} in half of the runs, ${p95_hours} h${p95_date === undefined ? "" : ` (${p95_date})`} in 19 of 20`;
}

function describeQuorum(barrier: WaveBased["config"]["barrier"]): string {
  const { quorum, waves_affected: affected } = barrier ?? {};
  if (quorum === undefined || affected === undefined) return "";
  return affected === 0
    ? `${quorum} changes nothing: no wave is big enough that a task could be left behind`
    : `${quorum} lets ${countOf(affected, "wave")} be followed before all tasks are finished`;
}

function describePath(path: Rolling["critical_path"]): string {
  if (path === undefined || path.tasks.length === 0) return "";
  const more = path.tasks.length - mostNamed;
  const named = path.tasks.slice(0, mostNamed).join(" → ");
  return `${path.hours} h: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}

function describeSaving(saved: Rolling["time_saved"]): string {
  if (saved === undefined) return "";
  const { sequential_hours, saved_hours, saved_percent } = saved;
  return `saves ${saved_hours} of ${sequential_hours} h one after the other (${saved_percent} %)`;
}

function describeBound(time: Rolling["estimated_completion_time"]): string {
  const { optimal_hours: hours, lower_bound_hours: bound, gap_percent: gap } = time ?? {};
  if (hours === undefined || bound === undefined) return "";
  return `${hours} h at likely hours; ${hours <= bound ? "no order is shorter" : `no order is below ${bound} h${gap === undefined ? "" : ` (gap ${gap} %)`}`}`;
}

function describeSimulation(simulation: Rolling["simulation"]): string {
  const { runs, standard_errors: errors, wanted_precision: wanted, converged } = simulation ?? {};
  if (runs === undefined || errors === undefined) return "";
  const { mean_hours, p80_hours, p95_hours } = errors.rolling_frontier;
  const known = `± ${mean_hours} h (mean), ${p80_hours} h (P80), ${p95_hours} h (P95) after ${countOf(runs, "run")}`;
  return converged === false
    ? `${known}; not converged to ${Math.round(100 * (wanted ?? 0))} %`
    : known;
}
