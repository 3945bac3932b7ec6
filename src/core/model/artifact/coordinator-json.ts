import { z } from "zod";
import { generated } from "./generated.ts";

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

/** The shape of coordinator.json: what a coordinator starts from. */
export const coordinatorJson = z.object({
  generated: generated.optional(),
  coordinator: z.object({
    role: z.string(),
    version: z.string().optional(),
    state_management: z.object({
      /** What each state means. */
      task_states: z.record(taskState, z.string()),
      frontier_management: z.object({
        ready_queue: z.array(z.string()),
        resource_wait_queue: z.array(waiter),
      }),
    }),
  }),
});

/** The type of coordinator.json. */
export type CoordinatorJson = z.infer<typeof coordinatorJson>;
