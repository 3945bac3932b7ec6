import { z } from "zod";
import { generated } from "./generated.ts";
import { policies } from "./policies.ts";

/** The ten states of a task, in the order of a smooth run. */
const taskState = z.enum([
  "blocked",
  "ready",
  "queued",
  "assigned",
  "running",
  "paused",
  "checkpointed",
  "completed",
  "failed",
  "rolled_back",
]);

/** A task in a queue: its ID, or with what it waits for. */
const waiter = z.union([z.string(), z.object({ task: z.string(), resource: z.string() })]);

const names = z.array(z.string());
const anything = z.record(z.string(), z.unknown());
const atLeast0 = z.number().min(0);

const monitoring = z.object({
  /** In seconds. */
  metrics_collection_interval: atLeast0.optional(),
  metrics: names.optional(),
  alerts: z
    .array(
      z.object({
        condition: z.string(),
        action: z.string().optional(),
        notify: z.string().optional(),
      }),
    )
    .optional(),
});

const workerPool = z.object({
  min_workers: z.int().min(0).optional(),
  max_workers: z.int().min(1).optional(),
  scaling_policy: z.string().optional(),
  worker_template: z
    .object({
      capabilities: names.optional(),
      resource_capacity: z
        .object({
          cpu_cores: atLeast0.optional(),
          memory_mb: atLeast0.optional(),
          disk_io_mbps: atLeast0.optional(),
        })
        .optional(),
      execution_protocol: z
        .object({
          /** In seconds. */
          heartbeat_interval: atLeast0.optional(),
          progress_updates: z.boolean().optional(),
          can_checkpoint: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
});

/** The shape of coordinator.json: what a coordinator starts from. */
export const coordinatorJson = z.object({
  generated: generated.optional(),
  coordinator: z.object({
    role: z.string(),
    version: z.string().optional(),
    responsibilities: names.optional(),
    state_management: z.object({
      /** What each state means. */
      task_states: z.record(taskState, z.string()),
      frontier_management: z.object({
        ready_queue: names,
        /** All tasks, the one to start first where several could. */
        priority_order: names.optional(),
        /** What tasks can run into beside resources and slots: units in all, and by task. */
        run_limits: z
          .record(
            z.string(),
            z.object({ capacity: z.int().min(0), units: z.record(z.string(), z.int().min(1)) }),
          )
          .optional(),
        resource_wait_queue: z.array(waiter),
        /** Tasks by worker; empty in a plan that nobody works on yet. */
        worker_assignments: anything.optional(),
        resource_allocations: anything.optional(),
        checkpoint_registry: anything.optional(),
      }),
    }),
    scheduling_loop: z
      .object({ interval_ms: atLeast0.optional(), steps: names.optional() })
      .optional(),
    policies: policies.optional(),
    monitoring: monitoring.optional(),
  }),
  worker_pool: workerPool.optional(),
});

/** The type of coordinator.json. */
export type CoordinatorJson = z.infer<typeof coordinatorJson>;
