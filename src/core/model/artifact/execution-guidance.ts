import { z } from "zod";

const logging = z.object({
  on_start: z.string().optional(),
  on_progress: z.string().optional(),
  on_completion: z.string().optional(),
  log_format: z.string().optional(),
});

const checkpointEvent = z.object({
  /** Share of the work that is done, such as `25%`. */
  at: z.string(),
  name: z.string(),
  rollback_capable: z.boolean().optional(),
});

/** What whoever works on a task tells of it, and when. */
export const executionGuidance = z.object({
  logging: logging.optional(),
  checkpoints: z.array(z.string()).optional(),
  monitoring: z
    .object({
      heartbeat_interval_seconds: z.number().min(0).optional(),
      progress_reporting: z.string().optional(),
      resource_usage_reporting: z.boolean().optional(),
      checkpoint_events: z.array(checkpointEvent).optional(),
    })
    .optional(),
});
