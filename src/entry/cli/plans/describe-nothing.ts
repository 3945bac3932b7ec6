import { countOf } from "../../../core/text/count-of.ts";
import type { NextTasks } from "../../../flows/list-next.ts";

/** Why no task is listed. */
export function describeNothing({ startable, counts }: NextTasks, who: string | undefined): string {
  if (startable.length > 0) {
    const others = countOf(startable.length, "task");
    return `Nothing may start now for ${who}; leave out --for to see the ${others} of others.`;
  }
  const { done, started, blocked } = counts;
  const facts = [
    `${countOf(done, "task")} done`,
    ...(started === 0 ? [] : [`${started} in progress`]),
    ...(blocked === 0 ? [] : [`${blocked} waiting for others or put off`]),
  ];
  if (started + blocked === 0) return done === 0 ? "The plan has no tasks." : "All tasks are done.";
  return `Nothing may start now: ${facts.join(", ")}.`;
}
