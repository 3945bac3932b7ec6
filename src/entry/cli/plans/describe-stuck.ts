import type { StuckTasks } from "../../../core/model/stuck-tasks.ts";

/** Most tasks of a circle that are named. */
const mostNamed = 12;

/** Why tasks can never start, and what to do, in one line. */
export function describeStuck(stuck: StuckTasks): string {
  if (stuck.kind === "cycle") {
    const { tasks } = stuck;
    const more = tasks.length > mostNamed ? [`… (${tasks.length - mostNamed} more)`] : [];
    const way = [...tasks.slice(0, mostNamed), ...more, tasks[0]].join(" → ");
    return `Tasks wait for each other: ${way}; take out one of these dependencies`;
  }
  if (stuck.kind === "unknown") {
    const { task, predecessor } = stuck;
    return `${task} waits for ${predecessor}, which the plan does not have; add it, or take out the dependency`;
  }
  const { task, resource, units, capacity } = stuck;
  return `${task} needs ${units} of ${resource}, of which there is ${capacity}; ask for fewer, or raise the capacity`;
}
