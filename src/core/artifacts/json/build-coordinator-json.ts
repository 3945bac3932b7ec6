import type { CoordinatorJson } from "../../model/artifact/coordinator-json.ts";
import type { RunLimit } from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import type { Unsealed } from "../seal-json.ts";

const taskStates = {
  blocked: "a task it depends on is not finished",
  ready: "all it depends on is finished; it waits for a resource or a slot",
  queued: "it has all the resources it needs; anyone may start it",
  assigned: "someone has claimed it",
  running: "work on it has been seen",
  paused: "work on it rests",
  checkpointed: "work on it rests at a point from which it can go on",
  completed: "it is finished",
  failed: "it was given up, or its run failed",
  rolled_back: "what it had changed was taken back",
} as const;

/** coordinator.json: the states of a task, and the queues as the spec's boxes stand with the order and limits they follow, and how machines are given out. */
export function buildCoordinatorJson({ plan, schedule }: ArtifactInput): Unsealed<CoordinatorJson> {
  const { startable, waiting } = schedule.frontier;
  const { headroomPercent, isPreemptionEnabled, preemptionPriorities } = plan.config.allocation;
  return {
    generated: undefined,
    coordinator: {
      role: "execution_orchestrator",
      state_management: {
        task_states: taskStates,
        frontier_management: {
          ready_queue: [...startable],
          ...(schedule.priority.length > 0 && { priority_order: [...schedule.priority] }),
          ...(schedule.limits.length > 0 && { run_limits: toRunLimits(schedule.limits) }),
          resource_wait_queue: waiting.map(({ task, resource }) => ({ task, resource })),
        },
      },
      policies: {
        resource_allocation: {
          strategy: "bin_packing_with_headroom",
          headroom_percent: headroomPercent,
          oversubscription_allowed: false,
          preemption_enabled: isPreemptionEnabled,
          preemption_priorities: [...preemptionPriorities],
        },
      },
    },
  };
}

function toRunLimits(limits: readonly RunLimit[]) {
  return Object.fromEntries(
    limits.map(({ id, capacity, units }) => [id, { capacity, units: Object.fromEntries(units) }]),
  );
}
