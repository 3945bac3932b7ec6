import type { CoordinatorJson } from "../../model/artifact/coordinator-json.ts";
import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Plan, Task } from "../../model/plan.ts";
import type { RunLimit, Schedule } from "../../model/schedule.ts";
import { groupBy } from "../../text/group-by.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import type { Unsealed } from "../seal-json.ts";
import { buildWorkerPool } from "./build-worker-pool.ts";
import { describedCoordinator } from "./described-coordinator.ts";

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

/**
 * coordinator.json: the states of a task, the queues as the spec's boxes stand with the order and limits
 * they follow, what the coordinator does and when it holds back, and whom the plan has work for.
 *
 * @param tasks The tasks as tasks.json has them.
 */
export function buildCoordinatorJson(
  { plan, schedule, version }: ArtifactInput,
  tasks: readonly TaskJson[],
): Unsealed<CoordinatorJson> {
  const { failure_handling, ...described } = describedCoordinator;
  const { headroomPercent, isPreemptionEnabled, preemptionPriorities } = plan.config.allocation;
  return {
    generated: undefined,
    coordinator: {
      role: "execution_orchestrator",
      version,
      responsibilities: described.responsibilities,
      state_management: {
        task_states: taskStates,
        frontier_management: buildFrontier(plan, schedule),
      },
      scheduling_loop: described.scheduling_loop,
      policies: {
        backpressure: {
          triggers: listTriggers(plan, schedule),
          recovery: { cool_down_seconds: 0, gradual_resume: true, resume_rate: 1 },
        },
        resource_allocation: {
          strategy: "bin_packing_with_headroom",
          headroom_percent: headroomPercent,
          oversubscription_allowed: false,
          preemption_enabled: isPreemptionEnabled,
          preemption_priorities: [...preemptionPriorities],
        },
        worker_matching: {
          strategy: plan.config.people.length > 0 ? "capability" : "first_come",
          max_tasks_per_worker: 1,
        },
        failure_handling,
      },
      monitoring: described.monitoring,
    },
    worker_pool: buildWorkerPool(plan, schedule, tasks),
  };
}

type Frontier = CoordinatorJson["coordinator"]["state_management"]["frontier_management"];

/** The queues, and what is under way as the boxes stand: by owner, and by resource. */
function buildFrontier({ tasks }: Plan, schedule: Schedule): Frontier {
  const { startable, waiting } = schedule.frontier;
  const running = tasks.filter(({ state }) => state === "in-progress");
  return {
    ready_queue: [...startable],
    ...(schedule.priority.length > 0 && { priority_order: [...schedule.priority] }),
    ...(schedule.limits.length > 0 && { run_limits: toRunLimits(schedule.limits) }),
    resource_wait_queue: waiting.map(({ task, resource }) => ({ task, resource })),
    worker_assignments: nameTasksBy(running, ({ owner }) => (owner === undefined ? [] : [owner])),
    resource_allocations: nameTasksBy(running, ({ needs }) => needs.map((need) => need.resource)),
    checkpoint_registry: {},
  };
}

function nameTasksBy(tasks: readonly Task[], listKeys: (task: Task) => readonly string[]) {
  const pairs = tasks.flatMap((task) => listKeys(task).map((key) => ({ key, id: task.id })));
  return Object.fromEntries(
    [...groupBy(pairs, ({ key }) => key)].map(([key, some]) => [key, some.map(({ id }) => id)]),
  );
}

/** When the coordinator holds tasks back: slots, resources that tasks contend for, machines less their headroom. */
function listTriggers({ config, conflicts }: Plan, { capacities, limits }: Schedule) {
  const machines = limits.filter(({ id }) => /^(?:cpu_cores|memory_mb|disk_io_mbps)$/.test(id));
  return [
    {
      metric: "tasks_under_way",
      threshold: config.maxConcurrentTasks,
      action: "keep_ready_tasks_waiting",
    },
    ...conflicts.map(({ resource }) => ({
      metric: `${resource}_units_in_use`,
      threshold: capacities[resource] ?? 1,
      action: "queue_tasks_that_need_it",
    })),
    ...machines.map(({ id, capacity }) => ({
      metric: `${id}_in_use`,
      threshold: capacity,
      action: "defer_tasks_that_need_more",
    })),
  ];
}

function toRunLimits(limits: readonly RunLimit[]) {
  return Object.fromEntries(
    limits.map(({ id, capacity, units }) => [id, { capacity, units: Object.fromEntries(units) }]),
  );
}
