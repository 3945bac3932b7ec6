import { z } from "zod";
import { generated } from "./generated.ts";

const wave = z.object({
  waveNumber: z.int().min(1),
  tasks: z.array(z.string()),
  /** Units in use by resource. */
  resource_usage: z.record(z.string(), z.number()).optional(),
});

/** The shape of waves.json: the plan for both ways of running it. */
export const wavesJson = z.object({
  planId: z.string(),
  generated,
  execution_models: z.object({
    wave_based: z
      .object({
        config: z.object({ maxWaveSize: z.int().min(1) }),
        waves: z.array(wave),
        total_waves: z.int().min(0),
      })
      .optional(),
    rolling_frontier: z
      .object({
        initial_frontier: z.array(z.string()),
        config: z.object({
          max_concurrent_tasks: z.int().min(1),
          coordinator_config_ref: z.string().optional(),
        }),
      })
      .optional(),
  }),
});

/** The type of waves.json. */
export type WavesJson = z.infer<typeof wavesJson>;
