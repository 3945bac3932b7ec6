import { z } from "zod";

const trigger = z.object({ metric: z.string(), threshold: z.number(), action: z.string() });

const backpressure = z.object({
  triggers: z.array(trigger).optional(),
  recovery: z
    .object({
      cool_down_seconds: z.number().min(0).optional(),
      gradual_resume: z.boolean().optional(),
      resume_rate: z.number().min(0).optional(),
    })
    .optional(),
});

const resourceAllocation = z.object({
  strategy: z.string().optional(),
  headroom_percent: z.number().min(0).max(100).optional(),
  oversubscription_allowed: z.boolean().optional(),
  preemption_enabled: z.boolean().optional(),
  /** The first to be preempted stands first. */
  preemption_priorities: z.array(z.string()).optional(),
});

const workerMatching = z.object({
  strategy: z.string().optional(),
  prefer_specialized_workers: z.boolean().optional(),
  max_tasks_per_worker: z.int().min(1).optional(),
});

const failureHandling = z.object({
  retry_policy: z.string().optional(),
  max_retries: z.int().min(0).optional(),
  /** Share of the tasks that may fail before no more are started. */
  failure_threshold: z.number().min(0).max(1).optional(),
  cascade_prevention: z.boolean().optional(),
  checkpoint_recovery: z.boolean().optional(),
});

/** What a coordinator does under load and on failure, as coordinator.json has it. */
export const policies = z.object({
  backpressure: backpressure.optional(),
  resource_allocation: resourceAllocation.optional(),
  worker_matching: workerMatching.optional(),
  failure_handling: failureHandling.optional(),
});
