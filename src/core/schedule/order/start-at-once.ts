import type { Project } from "./project.ts";
import { serialDecoder } from "./serial-decoder.ts";

/**
 * A schedule made anew with some activities at the start of time, all others in the order in which
 * they began.
 *
 * @param starts Of each activity, by activity.
 * @param first Activities that wait for nothing and fit beside each other.
 * @returns Starts, by activity.
 */
export function startAtOnce(
  project: Project,
  starts: Int32Array,
  first: readonly number[],
): Int32Array {
  const isFirst = new Set(first);
  // activities of no time begin with what follows them: the topological order breaks ties
  const others = project.order.filter((activity) => !isFirst.has(activity));
  others.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const finishes = new Int32Array(starts.length);
  serialDecoder(project)(Int32Array.of(...first, ...others), finishes);
  return finishes.map((finish, activity) => finish - (project.durations[activity] ?? 0));
}
