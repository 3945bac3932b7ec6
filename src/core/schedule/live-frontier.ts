import type { Graph } from "../graph/graph.ts";
import { nameGraph } from "../graph/name-graph.ts";
import type { ResourceId, TaskId } from "../model/ids.ts";
import { findShortage, type UnitNeed } from "./find-shortage.ts";
import { type RankedWorkload, rankWorkload } from "./simulate/rank-workload.ts";
import { RollingFrontier } from "./simulate/rolling-frontier.ts";
import { toWorkload } from "./to-workload.ts";

/** A task as the frontier sees it. */
export interface FrontierTask {
  readonly id: TaskId;
  readonly needs: readonly UnitNeed[];
}

/** The state of a plan at one moment. */
export interface FrontierState {
  /** The most urgent first. */
  readonly tasks: readonly FrontierTask[];
  /** Precedence: [before, after]. */
  readonly edges: readonly (readonly [TaskId, TaskId])[];
  readonly completed: ReadonlySet<TaskId>;
  /** Not to be begun now, as the spec says: blocked by something else, or put off. None if left out. */
  readonly heldBack?: ReadonlySet<TaskId>;
  /** Under way; each takes a slot and all its units. */
  readonly started: ReadonlySet<TaskId>;
  /** Units of each resource in all; one not listed has no limit. */
  readonly capacities: ReadonlyMap<ResourceId, number>;
  /** Most tasks under way at once. */
  readonly maxConcurrent: number;
}

/**
 * The frontier of a plan by task ID: what may start now. It is the frontier of the simulation, so
 * what is planned, coordinated and executed follows one rule, and it is kept up to date: a
 * completion costs as many steps as the task has successors and a heap has levels, not a look at
 * the whole plan.
 *
 * A task that needs more units than there are never starts, nor does what waits for it.
 */
export class LiveFrontier {
  readonly #ids: readonly TaskId[];
  readonly #rankOf: ReadonlyMap<TaskId, number>;
  readonly #frontier: RollingFrontier;

  constructor(state: FrontierState) {
    this.#ids = state.tasks.map(({ id }) => id);
    this.#rankOf = new Map(this.#ids.map((id, rank) => [id, rank]));
    const work = this.#rank(state);
    this.#frontier = new RollingFrontier(work, this.#countMissing(state, work.graph));
    this.#frontier.reset();
    for (const id of state.started) {
      const rank = this.#rankOf.get(id);
      if (rank !== undefined && !state.completed.has(id)) this.#frontier.hold(rank);
    }
  }

  /** Starts the most urgent task that is ready and fits; `undefined` if there is none. */
  startNext(): TaskId | undefined {
    return this.#ids[this.#frontier.takeNext()];
  }

  /** A task under way is finished. */
  complete(id: TaskId): void {
    const rank = this.#rankOf.get(id);
    if (rank !== undefined) this.#frontier.complete(rank);
  }

  #rank({ tasks, edges, capacities, maxConcurrent }: FrontierState): RankedWorkload {
    const graph = nameGraph(this.#ids, edges);
    const needs = tasks.map((task) => task.needs);
    const workload = toWorkload({ graph, capacities, needs }, maxConcurrent);
    return rankWorkload(workload, Int32Array.from(this.#ids.keys()));
  }

  /** By rank, what each task waits for; below 0 for what is done, under way, or can never start. */
  #countMissing(state: FrontierState, graph: Graph): Int32Array {
    const { tasks, edges, completed, started, heldBack, capacities } = state;
    const missing = new Int32Array(tasks.length);
    for (const [rank, id] of this.#ids.entries()) {
      if (completed.has(id)) continue;
      for (const to of graph.targets.subarray(graph.starts[rank], graph.starts[rank + 1])) {
        missing[to] = (missing[to] ?? 0) + 1;
      }
    }
    for (const [from, to] of edges) {
      // what waits for a task of another plan waits until that one is told to be completed
      if (this.#rankOf.has(from) || completed.has(from)) continue;
      const rank = this.#rankOf.get(to) ?? -1;
      missing[rank] = (missing[rank] ?? 0) + 1;
    }
    for (const [rank, { id, needs }] of tasks.entries()) {
      const isOut = completed.has(id) || started.has(id) || heldBack?.has(id) === true;
      if (isOut || findShortage(needs, capacities) !== undefined) missing[rank] = -1;
    }
    return missing;
  }
}
