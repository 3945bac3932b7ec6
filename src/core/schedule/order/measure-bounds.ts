import { findCriticalPath } from "../../graph/find-critical-path.ts";
import type { Project } from "./project.ts";

/** Makespans below which no schedule of a project can come, in steps. */
export interface Bounds {
  /** The longest chain of durations. */
  readonly criticalPath: number;
  /** The work of the busiest resource over its units. */
  readonly energy: number;
  /** The best of these, and of the energy that must lie between heads and tails. */
  readonly best: number;
}

/** Measures the critical path, and how long each resource is busy even if it never idles. */
export function measureBounds(project: Project): Bounds {
  const { successors, order, durations, capacities } = project;
  const { length, heads, tails } = findCriticalPath(successors, order, durations);
  const after = tails.map((tail, activity) => tail - (durations[activity] ?? 0));
  let energy = 0;
  let best = length;
  for (let resource = 0; resource < capacities.length; resource++) {
    const users = listUsers(project, resource);
    if (users.length === 0) continue;
    energy = Math.max(energy, divideWork(project, resource, users));
    best = Math.max(best, boundByWindow(project, resource, users, heads, after));
  }
  return { criticalPath: length, energy, best: Math.max(best, energy) };
}

function listUsers({ capacities, needs, durations }: Project, resource: number): readonly number[] {
  return [...durations.keys()].filter(
    (activity) => (needs[activity * capacities.length + resource] ?? 0) > 0,
  );
}

/** Steps that a resource needs for these activities at full use, rounded up. */
function divideWork(project: Project, resource: number, users: readonly number[]): number {
  const { capacities, needs, durations } = project;
  const work = users.reduce(
    (sum, user) => sum + (durations[user] ?? 0) * (needs[user * capacities.length + resource] ?? 0),
    0,
  );
  return Math.ceil(work / (capacities[resource] ?? 1));
}

/**
 * For each head among the users: all users that cannot start before it must be
 * done one on another, and the shortest way from their ends to the end follows.
 */
function boundByWindow(
  project: Project,
  resource: number,
  users: readonly number[],
  heads: Float64Array,
  after: Float64Array,
): number {
  const latestFirst = users.toSorted((a, b) => (heads[b] ?? 0) - (heads[a] ?? 0));
  let best = 0;
  let work = 0;
  let shortestEnd = Number.POSITIVE_INFINITY;
  for (const user of latestFirst) {
    const units = project.needs[user * project.capacities.length + resource] ?? 0;
    work += units * (project.durations[user] ?? 0);
    shortestEnd = Math.min(shortestEnd, after[user] ?? 0);
    const steps = Math.ceil(work / (project.capacities[resource] ?? 1));
    best = Math.max(best, (heads[user] ?? 0) + steps + shortestEnd);
  }
  return best;
}
