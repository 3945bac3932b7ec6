import type { TaskId } from "../model/ids.ts";
import type { Plan, Task } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { groupBy } from "../text/group-by.ts";
import { listUsedResources } from "./list-used-resources.ts";

/** Most moments that are told, and most names in all of them: a big plan has fewer moments. */
const mostMoments = 12;
const mostNames = 40_000;

/** Where a plan stands at one moment of a run. All lists in document order. */
export interface Moment {
  readonly atHours: number;
  readonly completed: readonly TaskId[];
  readonly running: readonly TaskId[];
  /** All that they wait for is finished; they wait for a resource or a slot. */
  readonly ready: readonly TaskId[];
  readonly blocked: readonly TaskId[];
  /** Units in use by resource; `cpu_cores` and `memory_gb` where settings say what tasks take. */
  readonly usage: Readonly<Record<string, number>>;
}

/**
 * The run of the forecast in which each task takes its expected hours, at its beginning and at moments at
 * which tasks end, evenly spread, the last end among them. None without a forecast.
 */
export function listMoments(
  plan: Plan,
  { forecast }: Pick<Schedule, "forecast">,
): readonly Moment[] {
  if (forecast === undefined) return [];
  const runs = new Map(forecast.run.map((one) => [one.id, one]));
  const before = groupBy(plan.dag.edges, ({ to }) => to);
  const names = listUsedResources(plan).map(({ id }) => id);
  const ends = [...new Set(forecast.run.map(({ finishHours }) => finishHours))]
    .filter((end) => end > 0)
    .sort((a, b) => a - b);
  const count = Math.min(mostMoments, ends.length, Math.max(2, mostNames / plan.tasks.length));
  const moments = Array.from(
    { length: Math.floor(count) },
    (_, step) => ends[Math.ceil(((step + 1) * ends.length) / Math.floor(count)) - 1] ?? 0,
  );
  return [0, ...new Set(moments)].map(look);

  function look(atHours: number): Moment {
    const isOver = (id: TaskId) => (runs.get(id)?.finishHours ?? 0) <= atHours;
    const isBegun = (id: TaskId) => (runs.get(id)?.startHours ?? 0) <= atHours;
    const running = plan.tasks.filter(({ id }) => isBegun(id) && !isOver(id));
    const waiting = plan.tasks.filter(({ id }) => !isBegun(id));
    const free = new Set(
      waiting.filter(({ id }) => (before.get(id) ?? []).every(({ from }) => isOver(from))),
    );
    return {
      atHours,
      completed: toIds(plan.tasks.filter(({ id }) => isOver(id))),
      running: toIds(running),
      ready: toIds(waiting.filter((task) => free.has(task))),
      blocked: toIds(waiting.filter((task) => !free.has(task))),
      usage: { ...sumMachine(running, plan), ...sumUnits(running) },
    };
  }

  function sumUnits(running: readonly Task[]): Record<string, number> {
    const units = new Map<string, number>(names.map((name) => [name, 0]));
    for (const { resource, units: more } of running.flatMap(({ needs }) => needs)) {
      units.set(resource, (units.get(resource) ?? 0) + more);
    }
    return Object.fromEntries(units);
  }
}

/** What running tasks take of the machines, where settings say so of any task. */
function sumMachine(running: readonly Task[], { tasks }: Plan): Record<string, number> {
  const sum = (key: "cpuCores" | "memoryMb", some: readonly Task[]) =>
    some.reduce((total, { hints }) => total + (hints?.[key] ?? 0), 0);
  return {
    ...(sum("cpuCores", tasks) > 0 && { cpu_cores: sum("cpuCores", running) }),
    ...(sum("memoryMb", tasks) > 0 && { memory_gb: toGb(sum("memoryMb", running)) }),
  };
}

function toGb(mb: number): number {
  return Math.round((100 * mb) / 1024) / 100;
}

function toIds(tasks: readonly Task[]): readonly TaskId[] {
  return tasks.map(({ id }) => id);
}
