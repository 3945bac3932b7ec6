import type { Project } from "./project.ts";

/** What a schedule is held against: a {@link Project}, or the same in hours. */
export type ScheduledWork = Pick<Project, "successors" | "capacities" | "needs"> & {
  /** By activity, in the unit of the starts. */
  readonly durations: Int32Array | Float64Array;
};

/**
 * The first thing that makes a schedule impossible, in words; `undefined` if
 * it can be carried out. Looks at every precedence and at every change of every
 * resource's use by itself and shares no code with what makes schedules.
 *
 * @param starts Of each activity, by activity.
 */
export function findFault(project: ScheduledWork, starts: ArrayLike<number>): string | undefined {
  const { successors, durations, capacities } = project;
  const startOf = (activity: number) => starts[activity] ?? Number.NaN;
  const endOf = (activity: number) => startOf(activity) + (durations[activity] ?? 0);
  for (let activity = 0; activity < durations.length; activity++) {
    if (!(startOf(activity) >= 0)) return `activity ${activity} starts before 0`;
    const row = successors.targets.subarray(
      successors.starts[activity],
      successors.starts[activity + 1],
    );
    const early = row.find((to) => startOf(to) < endOf(activity));
    if (early !== undefined) return `activity ${early} starts before ${activity} has ended`;
  }
  for (let k = 0; k < capacities.length; k++) {
    const moment = findOveruse(project, k, startOf);
    if (moment !== undefined) return `resource ${k} is overused at ${moment}`;
  }
  return undefined;
}

/** The first moment at which more of a resource is in use than there is: it changes at starts and ends only. */
function findOveruse(
  { durations, capacities, needs }: ScheduledWork,
  k: number,
  startOf: (activity: number) => number,
): number | undefined {
  const changes: [at: number, units: number][] = [];
  for (const [activity, duration] of durations.entries()) {
    const units = needs[activity * capacities.length + k] ?? 0;
    if (units === 0 || duration === 0) continue;
    changes.push([startOf(activity), units], [startOf(activity) + duration, -units]);
  }
  changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let inUse = 0;
  return changes.find(([, units]) => {
    inUse += units;
    return inUse > (capacities[k] ?? 0);
  })?.[0];
}
