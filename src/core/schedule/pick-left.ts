import type { Graph } from "../graph/graph.ts";
import { packEdges } from "../graph/pack-edges.ts";
import type { Progress } from "./simulate/runner.ts";
import type { Workload } from "./simulate/workload.ts";

/** A workload without its finished tasks, numbered anew. */
export interface WorkLeft {
  readonly graph: Graph;
  /** By task. */
  readonly hours: readonly number[];
  /** Slots, then the units of each resource. */
  readonly capacities: Int32Array;
  /** By task, a slot and its units. Tasks under way hold no more together than there is. */
  readonly needs: Int32Array;
  /** They wait for nothing. */
  readonly underWay: readonly number[];
}

/**
 * Leaves finished tasks out of a workload. What is under way may hold more than there is, and nothing
 * else is given out while it does: so it is counted with all there is, those who hold it longest first.
 */
export function pickLeft({
  workload: { graph, slots, capacities, needs },
  hours,
  progress,
}: {
  readonly workload: Workload;
  readonly hours: readonly number[];
  readonly progress: Progress;
}): WorkLeft {
  const begun = new Set(progress.started);
  const places = [...hours.keys()].filter((task) => progress.isDone[task] !== 1);
  const placeOf = new Int32Array(hours.length).fill(-1);
  for (const [place, task] of places.entries()) placeOf[task] = place;
  const from: number[] = [];
  const targets: number[] = [];
  for (const [place, task] of places.entries()) {
    for (const target of graph.targets.subarray(graph.starts[task], graph.starts[task + 1])) {
      if (begun.has(target) || (placeOf[target] ?? -1) < 0) continue;
      from.push(place);
      targets.push(placeOf[target] ?? 0);
    }
  }
  const width = capacities.length + 1;
  const withSlot = new Int32Array(places.length * width);
  for (const [place, task] of places.entries()) {
    const base = task * capacities.length;
    withSlot[place * width] = 1;
    withSlot.set(needs.subarray(base, base + capacities.length), place * width + 1);
  }
  const left = {
    graph: packEdges(places.length, Int32Array.from(from), Int32Array.from(targets)),
    hours: places.map((task) => hours[task] ?? 0),
    capacities: Int32Array.of(slots, ...capacities),
    needs: withSlot,
    underWay: [...places.keys()].filter((place) => begun.has(places[place] ?? -1)),
  };
  holdWhatThereIs(left);
  return left;
}

function holdWhatThereIs({ hours, capacities, needs, underWay }: WorkLeft): void {
  const free = capacities.slice();
  const longestFirst = underWay.toSorted((a, b) => (hours[b] ?? 0) - (hours[a] ?? 0));
  for (const place of longestFirst) {
    for (let k = 0; k < capacities.length; k++) {
      const at = place * capacities.length + k;
      needs[at] = Math.min(needs[at] ?? 0, free[k] ?? 0);
      free[k] = (free[k] ?? 0) - (needs[at] ?? 0);
    }
  }
}
