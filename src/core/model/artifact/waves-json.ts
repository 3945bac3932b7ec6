import { z } from "zod";
import { generated } from "./generated.ts";
import { parallelGroups } from "./parallel-groups.ts";
import { timeSaved } from "./time-saved.ts";

const hours = z.number().min(0);

/** A share from 0 to 1. */
const share = z.number().min(0).max(1);

/** Local, with its offset (ISO 8601), such as `2026-03-02T17:00+01:00`. */
const localTime = z.string();

const completion = z.object({
  p50_hours: hours,
  p80_hours: hours.optional(),
  p95_hours: hours,
  p50_date: localTime.optional(),
  p80_date: localTime.optional(),
  p95_date: localTime.optional(),
});

/** When something starts and ends, from the start of the forecast; 0 for what is finished. */
const timing = { start_p50_hours: hours, start_p50_date: localTime.optional(), finish: completion };

const barrier = z.object({
  kind: z.string(),
  quorum: share.optional(),
  timeoutMinutes: z.number().min(0).optional(),
  fallback: z.string().optional(),
  gateId: z.string().optional(),
});

const wave = z.object({
  waveNumber: z.int().min(1),
  tasks: z.array(z.string()),
  estimates: z
    .object({ units: z.string(), p50Hours: hours, p80Hours: hours, p95Hours: hours })
    .optional(),
  timing: z.object(timing).optional(),
  /** Most units that can be in use at once while the wave runs, by resource. */
  resource_usage: z.record(z.string(), z.number()).optional(),
  barrier: barrier.optional(),
});

/** Of figures that come from so many runs. */
const standardErrors = z.object({
  mean_hours: hours,
  p50_hours: hours,
  p80_hours: hours,
  p95_hours: hours,
});

/** How the forecasts were made, and how sure their figures are. */
const simulation = z.object({
  runs: z.int().min(0),
  seed: z.int().min(0).optional(),
  /** Runs in which rolling took longer than waves. */
  runs_slower_than_waves: z.int().min(0).optional(),
  /** Of the mean of the rolling runs. */
  standard_error_hours: hours,
  standard_errors: z
    .object({ rolling_frontier: standardErrors, wave_based: standardErrors })
    .optional(),
  /** Share of itself to which mean, P80 and P95 of both were to be known. */
  wanted_precision: share.optional(),
  /** They are. */
  converged: z.boolean().optional(),
});

/** Above 100 only where more is under way than there is. */
const percent = z.number().min(0);

/** Of `max_concurrent_tasks`, from 0; above 1 only while more tasks are under way. */
const slotUse = z.number().min(0);

const utilisation = z.object({
  average_cpu_percent: percent.optional(),
  peak_cpu_percent: percent.optional(),
  average_memory_percent: percent.optional(),
  peak_memory_percent: percent.optional(),
  average_concurrency: z.number().min(0).optional(),
  max_concurrency: z.number().min(0).optional(),
});

/** Who runs and who waits at one moment of a simulated run. */
const moment = z.object({
  running: z.array(z.string()),
  ready: z.array(z.string()).optional(),
  blocked: z.array(z.string()).optional(),
  completed: z.array(z.string()).optional(),
  resource_usage: z.record(z.string(), z.number()).optional(),
});

/** The shape of waves.json: the plan for both ways of running it. */
export const wavesJson = z.object({
  planId: z.string(),
  generated,
  /** Present if forecasts have dates. */
  calendar: z.object({ time_zone: z.string(), start: localTime }).optional(),
  execution_models: z.object({
    wave_based: z
      .object({
        config: z.object({
          maxWaveSize: z.int().min(1),
          barrier: barrier
            .extend({
              /** Waves that are followed before all of their tasks are finished; with 0 the quorum changes nothing. */
              waves_affected: z.int().min(0).optional(),
            })
            .optional(),
        }),
        waves: z.array(wave),
        total_waves: z.int().min(0),
        estimated_completion: completion.optional(),
        average_slot_use: slotUse.optional(),
      })
      .optional(),
    rolling_frontier: z
      .object({
        initial_frontier: z.array(z.string()),
        config: z.object({
          max_concurrent_tasks: z.int().min(1),
          scheduling_algorithm: z.string().optional(),
          frontier_update_policy: z.string().optional(),
          coordinator_config_ref: z.string().optional(),
        }),
        /** The longest chain of unfinished tasks by likely hours, resources left out. */
        critical_path: z.object({ hours, tasks: z.array(z.string()) }).optional(),
        /** As in dag.json. */
        parallel_groups: parallelGroups.optional(),
        /** As in dag.json. */
        time_saved: timeSaved.optional(),
        estimated_completion_time: completion
          .extend({
            optimal_hours: hours.optional(),
            lower_bound_hours: hours.optional(),
            /** How far the optimum may lie below `optimal_hours`, in percent of these. */
            gap_percent: z.number().min(0).optional(),
          })
          .optional(),
        simulation: simulation.optional(),
        average_slot_use: slotUse.optional(),
        resource_utilization_forecast: utilisation.optional(),
        critical_resource_contentions: z
          .array(
            z.object({
              resource: z.string(),
              contention_points: z.int().min(0).optional(),
              estimated_wait_time_hours: hours.optional(),
              mitigation: z.string().optional(),
              adds_hours: hours.optional(),
              one_more_unit_saves_hours: z.number().optional(),
              /** Wave by wave; below 0 waves where there would be more without the limit. */
              in_waves: z.object({ adds_waves: z.int(), adds_hours: hours }).optional(),
            }),
          )
          .optional(),
        /** In document order. */
        task_forecasts: z
          .array(
            z.object({
              task: z.string(),
              ...timing,
              /** Share of the runs in which the end of the plan hung on the task. */
              criticality: share,
              /** How long it could be put off before the critical path got longer; absent where it is finished. */
              slack_hours: hours.optional(),
            }),
          )
          .optional(),
        /** By moment, such as `time_4h`. */
        execution_simulation: z.record(z.string(), moment).optional(),
        /** Of the time of waves, that rolling saves on the mean of the same runs; below 0 where it takes longer. */
        advantage_percent: z.number().optional(),
        advantages_over_wave_based: z.array(z.string()).optional(),
      })
      .optional(),
  }),
});

/** The type of waves.json. */
export type WavesJson = z.infer<typeof wavesJson>;
