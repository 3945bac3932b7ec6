import type { ResourceId } from "../model/ids.ts";
import type { Plan, Task } from "../model/plan.ts";
import type { Forecast } from "../model/schedule.ts";

/** What the expected run takes at its busiest, and how long tasks stand in line for each resource. */
export interface RunMeasures {
  /** Most tasks under way at once. */
  readonly mostAtOnce: number;
  readonly mostCpuCores: number;
  readonly mostMemoryMb: number;
  /** Hours, summed over tasks, in which one was free to start but for units of the resource; rounded by nobody. */
  readonly waitHours: ReadonlyMap<ResourceId, number>;
}

interface Span {
  readonly task: Task;
  readonly start: number;
  readonly finish: number;
  /** When all that it waits for is finished. */
  readonly free: number;
}

/** Measures the run in which each task takes its expected hours. */
export function measureRun(plan: Plan, { run }: Pick<Forecast, "run">): RunMeasures {
  const times = new Map(run.map((one) => [one.id, one]));
  const freeAt = new Map<string, number>();
  for (const [from, to] of plan.dag.reduced) {
    freeAt.set(to, Math.max(freeAt.get(to) ?? 0, times.get(from)?.finishHours ?? 0));
  }
  const spans = plan.tasks.flatMap((task): readonly Span[] => {
    const time = times.get(task.id);
    if (time === undefined || time.finishHours <= time.startHours) return [];
    const { startHours: start, finishHours: finish } = time;
    return [{ task, start, finish, free: freeAt.get(task.id) ?? 0 }];
  });
  return {
    mostAtOnce: findPeak(spans, () => 1),
    mostCpuCores: findPeak(spans, ({ hints }) => hints?.cpuCores ?? 0),
    mostMemoryMb: findPeak(spans, ({ hints }) => hints?.memoryMb ?? 0),
    waitHours: new Map(
      plan.conflicts.map(({ resource }) => [resource, sumWaits(resource, spans, plan)]),
    ),
  };
}

/** The greatest sum over tasks that are under way together. */
function findPeak(spans: readonly Span[], weigh: (task: Task) => number): number {
  const events = spans
    .flatMap(({ task, start, finish }) => [
      { at: start, change: weigh(task) },
      { at: finish, change: -weigh(task) },
    ])
    .sort((a, b) => a.at - b.at || a.change - b.change);
  let now = 0;
  let most = 0;
  for (const { change } of events) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}

/** Of each task that needs the resource, the time from when it is free until it starts in which too few units were left. */
function sumWaits(id: ResourceId, spans: readonly Span[], { resources }: Plan): number {
  const capacity = resources.find((one) => one.id === id)?.capacity ?? 0;
  const users = spans.flatMap((span) => {
    const need = span.task.needs.find(({ resource }) => resource === id);
    return need === undefined ? [] : [{ ...span, units: need.units }];
  });
  const cuts = [...new Set(users.flatMap(({ start, finish, free }) => [start, finish, free]))].sort(
    (a, b) => a - b,
  );
  const pieces = cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? 0;
    const held = users
      .filter(({ start, finish }) => start <= from && finish >= to)
      .reduce((sum, { units }) => sum + units, 0);
    return { from, to, left: capacity - held };
  });
  return users.reduce(
    (sum, { free, start, units }) =>
      sum +
      pieces
        .filter(({ from, to, left }) => from >= free && to <= start && left < units)
        .reduce((hours, { from, to }) => hours + to - from, 0),
    0,
  );
}
