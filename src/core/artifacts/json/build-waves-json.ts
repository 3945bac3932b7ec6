import type { WavesJson } from "../../model/artifact/waves-json.ts";
import type { TaskId } from "../../model/ids.ts";
import type { Plan } from "../../model/plan.ts";
import type {
  DateQuantiles,
  Forecast,
  PlanDates,
  Quantiles,
  Schedule,
  Timing,
  Wave,
} from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { listAdvantages } from "../list-advantages.ts";
import { measureGap } from "../measure-gap.ts";
import { roundHours } from "../round-hours.ts";
import type { Unsealed } from "../seal-json.ts";
import { buildExecutionSimulation } from "./build-execution-simulation.ts";
import { buildExplanation } from "./build-explanation.ts";
import { buildResourceForecast } from "./build-resource-forecast.ts";

/** waves.json: the waves, and what a rolling frontier starts with; both with their forecasts. */
export function buildWavesJson({
  plan,
  schedule,
}: Pick<ArtifactInput, "plan" | "schedule">): Unsealed<WavesJson> {
  const dates = schedule.forecast?.dates;
  const optional = new Set(
    plan.tasks.flatMap(({ id, isOptional, state }) => (isOptional && state !== "done" ? id : [])),
  );
  return {
    planId: plan.id,
    generated: undefined,
    ...(dates && { calendar: { time_zone: dates.timeZone, start: dates.start } }),
    execution_models: {
      wave_based: {
        config: {
          maxWaveSize: plan.config.maxWaveSize,
          barrier: { ...toBarrier(schedule), waves_affected: countAffected(schedule) },
        },
        waves: schedule.waves.map((wave) => toWave(wave, optional, schedule)),
        total_waves: schedule.waves.length,
        ...(schedule.forecast && {
          estimated_completion: toCompletion(schedule.forecast.waves, dates?.waves),
          average_slot_use: roundShare(schedule.forecast.waves.utilisation),
        }),
      },
      rolling_frontier: {
        initial_frontier: [...schedule.frontier.ready],
        config: {
          max_concurrent_tasks: plan.config.maxConcurrentTasks,
          scheduling_algorithm: "resource_aware_greedy",
          frontier_update_policy: "immediate",
          coordinator_config_ref: "coordinator.json",
        },
        critical_path: {
          hours: roundHours(schedule.criticalPath.hours),
          tasks: [...schedule.criticalPath.tasks],
        },
        ...toRollingForecast(plan, schedule),
      },
    },
  };
}

/** Waves that the next one follows before all of their tasks are finished. */
function countAffected({ waves }: Schedule): number {
  return waves.slice(0, -1).filter(({ quorum, tasks }) => quorum < tasks.length).length;
}

function toBarrier({ barrierQuorum }: Schedule) {
  return { kind: "quorum", quorum: barrierQuorum };
}

/**
 * @param optional Tasks that may be left behind when the time of their wave is over.
 */
function toWave(
  { number, tasks, resourceUsage }: Wave,
  optional: ReadonlySet<TaskId>,
  schedule: Schedule,
) {
  const hours = schedule.forecast?.perWave[number - 1];
  const next = `W${number}→W${number + 1}-q${Math.round(100 * schedule.barrierQuorum)}`;
  return {
    waveNumber: number,
    tasks: [...tasks],
    ...(hours && {
      estimates: { units: "hours", ...roundAll(hours) },
      timing: toTiming(hours, schedule.forecast?.dates?.perWave[number - 1]),
    }),
    resource_usage: toUsage(resourceUsage),
    ...(number < schedule.waves.length && {
      barrier: {
        ...toBarrier(schedule),
        ...(hours && { timeoutMinutes: Math.round(60 * roundHours(hours.p95Hours)) }),
        fallback: tasks.some((id) => optional.has(id)) ? "deferOptional" : "wait",
        gateId: next,
      },
    }),
  };
}

/** Units in use; of machines by the names that the format has for what tasks are told to take. */
function toUsage({ cpu_cores, memory_mb, ...units }: Readonly<Record<string, number>>) {
  return {
    ...units,
    ...(cpu_cores !== undefined && { estimated_cpu_cores: cpu_cores }),
    ...(memory_mb !== undefined && {
      estimated_memory_gb: Math.round((100 * memory_mb) / 1024) / 100,
    }),
  };
}

function toRollingForecast(plan: Plan, schedule: Schedule) {
  const { forecast, criticalPath } = schedule;
  if (forecast === undefined) return {};
  const { ideal, rolling, dates } = forecast;
  const { parallel_groups, time_saved } = buildExplanation({ plan, schedule });
  return {
    estimated_completion_time: {
      optimal_hours: roundHours(ideal.hours),
      lower_bound_hours: roundHours(ideal.lowerBoundHours),
      gap_percent: measureGap(ideal),
      ...toCompletion(rolling, dates?.rolling),
    },
    simulation: {
      runs: forecast.runs,
      seed: plan.config.seed,
      runs_slower_than_waves: forecast.slowerRuns,
      standard_error_hours: roundTo3(rolling.standardErrors.meanHours),
      standard_errors: {
        rolling_frontier: toErrors(rolling),
        wave_based: toErrors(forecast.waves),
      },
      wanted_precision: forecast.precision.wanted,
      converged: forecast.precision.isReached,
    },
    average_slot_use: roundShare(rolling.utilisation),
    ...buildResourceForecast(plan, schedule, forecast),
    parallel_groups,
    time_saved,
    task_forecasts: forecast.tasks.map((task, at) => ({
      task: task.id,
      ...toTiming(task, dates?.tasks[at]),
      criticality: roundShare(task.criticality),
      ...(criticalPath.slackHours[task.id] !== undefined && {
        slack_hours: roundHours(criticalPath.slackHours[task.id] ?? 0),
      }),
    })),
    execution_simulation: buildExecutionSimulation(plan, schedule),
    advantage_percent: Math.round(100 * forecast.advantage),
    advantages_over_wave_based: [...listAdvantages(forecast)],
  };
}

function roundAll({ p50Hours, p80Hours, p95Hours }: Quantiles): Quantiles {
  return {
    p50Hours: roundHours(p50Hours),
    p80Hours: roundHours(p80Hours),
    p95Hours: roundHours(p95Hours),
  };
}

function toCompletion(hours: Quantiles, dates: DateQuantiles | undefined) {
  const { p50Hours, p80Hours, p95Hours } = roundAll(hours);
  return {
    ...{ p50_hours: p50Hours, p80_hours: p80Hours, p95_hours: p95Hours },
    ...(dates && { p50_date: dates.p50, p80_date: dates.p80, p95_date: dates.p95 }),
  };
}

function toTiming({ startP50Hours, finish }: Timing, dates: PlanDates["tasks"][number]) {
  return {
    start_p50_hours: roundHours(startP50Hours),
    ...(dates && { start_p50_date: dates.startP50 }),
    finish: toCompletion(finish, dates?.finish),
  };
}

function toErrors({ standardErrors }: Forecast["rolling"]) {
  const { meanHours, p50Hours, p80Hours, p95Hours } = standardErrors;
  return {
    mean_hours: roundTo3(meanHours),
    p50_hours: roundTo3(p50Hours),
    p80_hours: roundTo3(p80Hours),
    p95_hours: roundTo3(p95Hours),
  };
}

function roundTo3(hours: number): number {
  return Math.round(1000 * hours) / 1000;
}

function roundShare(share: number): number {
  return Math.round(100 * share) / 100;
}
