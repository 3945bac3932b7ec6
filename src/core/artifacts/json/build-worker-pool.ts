import type { CoordinatorJson } from "../../model/artifact/coordinator-json.ts";
import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Plan } from "../../model/plan.ts";
import type { Schedule } from "../../model/schedule.ts";

/**
 * Whom the plan has work for: as many as settings name, else as many as tasks could ever run side by
 * side within the slots; what they must be able to do; what the machines have for one task.
 *
 * @param tasks The tasks as tasks.json has them.
 */
export function buildWorkerPool(
  { config }: Plan,
  { width }: Schedule,
  tasks: readonly TaskJson[],
): CoordinatorJson["worker_pool"] {
  const { people, machine, maxConcurrentTasks } = config;
  const heads = people.reduce((sum, { count }) => sum + count, 0);
  const most = people.length > 0 ? heads : Math.min(width.width, maxConcurrentTasks);
  const skills = tasks.flatMap(({ skillsRequired = [] }) => skillsRequired);
  const beats = tasks.flatMap(
    ({ execution_guidance }) => execution_guidance?.monitoring?.heartbeat_interval_seconds ?? [],
  );
  const { cpuCores, memoryMb, diskIoMbps } = machine;
  return {
    min_workers: Math.min(1, most),
    max_workers: Math.max(1, most),
    scaling_policy: people.length > 0 ? "fixed" : "adaptive",
    worker_template: {
      capabilities: [
        ...new Set(people.length > 0 ? people.flatMap((one) => one.skills) : skills),
      ].sort(),
      resource_capacity: {
        ...(cpuCores !== undefined && { cpu_cores: cpuCores }),
        ...(memoryMb !== undefined && { memory_mb: memoryMb }),
        ...(diskIoMbps !== undefined && { disk_io_mbps: diskIoMbps }),
      },
      execution_protocol: {
        ...(beats.length > 0 && { heartbeat_interval: beats.reduce((a, b) => Math.min(a, b)) }),
        progress_updates: beats.length > 0,
        can_checkpoint: tasks.some(
          ({ scheduling_hints }) => scheduling_hints?.checkpoint_capable === true,
        ),
      },
    },
  };
}
