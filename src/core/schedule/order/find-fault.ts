import type { Project } from "./project.ts";

/**
 * The first thing that makes a schedule impossible, in words; `undefined` if
 * it can be carried out. Looks at every precedence and at every step of every
 * resource by itself and shares no code with what makes schedules.
 *
 * @param starts Of each activity, by activity.
 */
export function findFault(project: Project, starts: ArrayLike<number>): string | undefined {
  const { successors, durations, capacities, needs } = project;
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
    const inUse = new Map<number, number>();
    for (let activity = 0; activity < durations.length; activity++) {
      const units = needs[activity * capacities.length + k] ?? 0;
      for (let step = startOf(activity); step < endOf(activity); step++) {
        const total = (inUse.get(step) ?? 0) + units;
        inUse.set(step, total);
        if (total > (capacities[k] ?? 0)) return `resource ${k} is overused in step ${step}`;
      }
    }
  }
  return undefined;
}
