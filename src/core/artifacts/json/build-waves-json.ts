import type { WavesJson } from "../../model/artifact/waves-json.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import type { Unsealed } from "../seal-json.ts";

/** waves.json: the waves, and what a rolling frontier starts with. */
export function buildWavesJson({ plan, schedule }: ArtifactInput): Unsealed<WavesJson> {
  return {
    planId: plan.id,
    generated: undefined,
    execution_models: {
      wave_based: {
        config: { maxWaveSize: plan.config.maxWaveSize },
        waves: schedule.waves.map(({ number, tasks, resourceUsage }) => ({
          waveNumber: number,
          tasks: [...tasks],
          resource_usage: { ...resourceUsage },
        })),
        total_waves: schedule.waves.length,
      },
      rolling_frontier: {
        initial_frontier: [...schedule.frontier.ready],
        config: {
          max_concurrent_tasks: plan.config.maxConcurrentTasks,
          coordinator_config_ref: "coordinator.json",
        },
      },
    },
  };
}
