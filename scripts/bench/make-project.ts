import { layerGraph } from "../../src/core/graph/layer-graph.ts";
import { nameGraph } from "../../src/core/graph/name-graph.ts";
import { reverseGraph } from "../../src/core/graph/reverse-graph.ts";
import type { Project } from "../../src/core/schedule/order/project.ts";
import { makeDag } from "./make-dag.ts";
import { randomNumbers } from "./random-numbers.ts";

/** A project of the kind of PSPLIB: durations of 1 to 10, needs of 0 to 10, capacities of 20. */
export function makeProject(count: number, resources: number, seed: number): Project {
  const random = randomNumbers(seed);
  const { names, edges } = makeDag(count, 2, seed);
  const successors = nameGraph(names, edges);
  return {
    successors,
    predecessors: reverseGraph(successors),
    order: layerGraph(successors).order,
    durations: Int32Array.from(names, () => 1 + Math.floor(random() * 10)),
    capacities: new Int32Array(resources).fill(20),
    needs: Int32Array.from({ length: count * resources }, () => Math.floor(random() * 11)),
  };
}
