import { IntHeap } from "../graph/int-heap.ts";
import type { ResourceId } from "../model/ids.ts";
import type { Task } from "../model/plan.ts";
import { findShortage, type UnitNeed } from "./find-shortage.ts";

/**
 * Tasks that may start, asked for by urgency and by what is free. Those with
 * equal needs share a queue, so that a crowd that waits for one resource is
 * passed over in one step.
 */
export class ReadyPool {
  readonly #tasks: readonly Task[];
  /** Place in the document by urgency, and the other way round. */
  readonly #placeOfRank: readonly number[];
  readonly #rankOfPlace: readonly number[];
  readonly #queues = new Map<
    string,
    { readonly needs: readonly UnitNeed[]; readonly heap: IntHeap }
  >();
  #size = 0;

  constructor(tasks: readonly Task[], tails: ArrayLike<number>) {
    this.#tasks = tasks;
    this.#placeOfRank = [...tasks.keys()].sort(
      (a, b) => (tails[b] ?? 0) - (tails[a] ?? 0) || a - b,
    );
    const ranks = new Array<number>(tasks.length).fill(0);
    for (const [rank, place] of this.#placeOfRank.entries()) ranks[place] = rank;
    this.#rankOfPlace = ranks;
  }

  get size(): number {
    return this.#size;
  }

  add(place: number): void {
    const needs = this.#tasks[place]?.needs ?? [];
    const key = needs.map(({ resource, units }) => `${resource} ${units}`).join(",");
    const queue = this.#queues.get(key) ?? { needs, heap: new IntHeap() };
    this.#queues.set(key, queue);
    queue.heap.push(this.#rankOfPlace[place] ?? 0);
    this.#size++;
  }

  /** Takes out the most urgent task that the free units cover; `undefined` if there is none. */
  takeMostUrgent(free: ReadonlyMap<ResourceId, number>): number | undefined {
    let best: IntHeap | undefined;
    for (const { needs, heap } of this.#queues.values()) {
      const rank = heap.peek();
      if (rank === undefined || findShortage(needs, free) !== undefined) continue;
      if (rank < (best?.peek() ?? Number.POSITIVE_INFINITY)) best = heap;
    }
    const rank = best?.pop();
    if (rank === undefined) return undefined;
    this.#size--;
    return this.#placeOfRank[rank];
  }
}
