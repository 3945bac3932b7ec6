import { nameGraph } from "../../src/core/graph/name-graph.ts";
import type { HoursEstimate } from "../../src/core/model/schedule.ts";
import type { Workload } from "../../src/core/schedule/simulate/workload.ts";
import { randomNumbers } from "./random-numbers.ts";

/** A plan to simulate. */
export interface BenchPlan {
  readonly workload: Workload;
  readonly estimates: readonly HoursEstimate[];
}

/**
 * A plan like the one that T.A.S.K.S v3 describes: 84 tasks in 7 layers with 141 edges, 10 at once
 * on 16 cores with 32 GB, 7 % of them migrations and 9.5 % deployments one at a time, 18 % on 3
 * test databases, 1 to 3 cores and 1 to 4 GB each, likely 2 to 8 hours each and between two thirds and five thirds of that.
 */
export function makeWorkload(count: number, seed: number): BenchPlan {
  const random = randomNumbers(seed);
  const layers = Math.max(2, Math.round((7 * Math.log(count)) / Math.log(84)));
  const names = Array.from({ length: count }, (_, task) => `${task}`);
  const layerOf = names.map((_, task) => (task < layers ? task : Math.floor(random() * layers)));
  const pairs = drawEdges(layerOf, Math.round((141 / 84) * count), random);
  const needs = names.flatMap(() => {
    const kind = random();
    return [
      kind < 0.07 ? 1 : 0,
      kind >= 0.07 && kind < 0.165 ? 1 : 0,
      random() < 0.18 ? 1 : 0,
      1 + Math.floor(random() * 3),
      1 + Math.floor(random() * 4),
    ];
  });
  return {
    workload: {
      graph: nameGraph(names, pairs),
      slots: 10,
      capacities: Int32Array.of(1, 1, 3, 16, 32),
      needs: Int32Array.from(needs),
    },
    estimates: names.map(() => {
      const likely = 2 + 6 * random();
      return { optimistic: (likely * 2) / 3, likely, pessimistic: (likely * 5) / 3 };
    }),
  };
}

/** One edge into each task from the layer before its own, the rest from any earlier one. */
function drawEdges(layerOf: readonly number[], wanted: number, random: () => number) {
  const pick = (tasks: readonly number[]) => tasks[Math.floor(random() * tasks.length)];
  const inLayers = (isIn: (layer: number) => boolean) =>
    [...layerOf.keys()].filter((task) => isIn(layerOf[task] ?? 0));
  const edges = new Set<string>();
  for (const [task, layer] of layerOf.entries()) {
    if (layer > 0) edges.add(`${pick(inLayers((other) => other === layer - 1))} ${task}`);
  }
  const later = inLayers((layer) => layer > 0);
  while (edges.size < wanted) {
    const to = pick(later) ?? 0;
    edges.add(`${pick(inLayers((layer) => layer < (layerOf[to] ?? 0)))} ${to}`);
  }
  return [...edges].map((edge) => edge.split(" ") as [string, string]);
}
