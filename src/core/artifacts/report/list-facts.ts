import { countOf } from "../../text/count-of.ts";
import type { ArtifactSet } from "../read/artifact-set.ts";

/** What is told of a plan in one line each: counts, hours for half and nineteen in twenty of the runs, what a rolling frontier gains. */
export function listFacts({
  features,
  tasks,
  dag,
  waves,
}: ArtifactSet): readonly (readonly [name: string, value: string])[] {
  const { wave_based: byWaves, rolling_frontier: rolling } = waves.execution_models;
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
    ["Free to start", countOf(rolling?.initial_frontier.length ?? 0, "task")],
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
