import { findCriticalPath } from "../../src/core/graph/find-critical-path.ts";
import { findCycles } from "../../src/core/graph/find-cycles.ts";
import type { Graph } from "../../src/core/graph/graph.ts";
import { layerGraph } from "../../src/core/graph/layer-graph.ts";
import { nameGraph } from "../../src/core/graph/name-graph.ts";
import { topologicalOrder } from "../../src/core/graph/topological-order.ts";
import { transitiveReduction } from "../../src/core/graph/transitive-reduction.ts";
import { graphPeers } from "./graph-peers.ts";
import { makeDag, type NamedDag } from "./make-dag.ts";
import { measureBest } from "./measure-best.ts";
import { measureCompletions } from "./measure-completions.ts";
import { Verdict } from "./verdict.ts";

/** The graph core beside npm's graph libraries, on the same graphs in the same run. */
export function run(): Promise<number> {
  const verdict = new Verdict();
  const big = makeDag(100_000, 3);
  const own = measureOwn(big);
  const peers = graphPeers.map((load) => measurePeer(load, big));
  const bestAll = Math.min(...peers.map(({ all }) => all));
  const bestOrder = Math.min(...peers.map(({ order }) => order));

  verdict.atLeast("order, layers and critical path, times faster", bestAll / own.all, 15);
  verdict.atLeast("order alone, times faster", bestOrder / own.order, 10);
  verdict.atMost("retained", own.retainedMegabytes, 20, " MB");
  verdict.atMost("transitive reduction, sparse, times building", own.reduction / own.build, 3.5);
  const dense = nameDag(makeDag(10_000, 106));
  console.log(`dense: 10,000 nodes, ${dense.targets.length} edges`);
  const denseMs = measureBest(5, () => transitiveReduction(dense));
  verdict.atMost("transitive reduction, dense", denseMs, 500, " ms");
  verdict.atMost("growth exponent, 1,000 to 100,000 nodes", measureGrowth(), 1.1);
  compareCompletions(verdict);
  return Promise.resolve(verdict.exitCode);
}

/** What is done again at each completion must not grow with the plan, but for the levels of a heap. */
function compareCompletions(verdict: Verdict): void {
  const [small = 0, medium = 0, large = 0] = [1000, 10_000, 100_000].map((count) =>
    measureCompletions(count, 100_000, 7),
  );
  console.log(
    `one completion: ${small.toFixed(2)} µs of 1,000 tasks, ${medium.toFixed(2)} of 10,000, ${large.toFixed(2)} of 100,000`,
  );
  verdict.atMost("one completion, 100,000 tasks in times of 1,000", large / small, 8);
}

function nameDag({ names, edges }: NamedDag): Graph {
  return nameGraph(names, edges);
}

function orderLayersPath(graph: Graph, weights: Float64Array) {
  const layers = layerGraph(graph);
  return { layers, path: findCriticalPath(graph, layers.order, weights) };
}

function measureOwn(dag: NamedDag) {
  const build = measureBest(7, () => nameDag(dag));
  const graph = nameDag(dag);
  const weights = new Float64Array(graph.count).fill(1);
  const results = orderLayersPath(graph, weights);
  const retainedMegabytes = countBytes(graph, results.layers, results.path, { weights }) / 1e6;
  const order = measureBest(15, () => layerGraph(graph));
  const sorted = measureBest(7, () => topologicalOrder(graph));
  const all = measureBest(15, () => orderLayersPath(graph, weights));
  const reduction = measureBest(7, () => transitiveReduction(graph));
  const [end, start] = [results.path.path.at(-1) ?? 0, results.path.path[0] ?? 0];
  const back: NamedDag = {
    names: dag.names,
    edges: [...dag.edges, [dag.names[end] ?? "", dag.names[start] ?? ""]],
  };
  const cyclic = nameDag(back);
  const cycle = measureBest(5, () => findCycles(cyclic));
  print("keysteps", { build, order, "order by name": sorted, all, reduction, cycle });
  return { build, order, all, reduction, retainedMegabytes };
}

function measurePeer(load: (typeof graphPeers)[number], dag: NamedDag) {
  const startedAt = performance.now();
  const peer = load(dag);
  const build = performance.now() - startedAt;
  const order = measureBest(5, peer.order);
  const all = peer.all === undefined ? Number.POSITIVE_INFINITY : measureBest(5, peer.all);
  print(peer.name, { build, order, all });
  return { order, all };
}

/**
 * The slope of time over size, both as logarithms, by least squares. Of each size so many graphs
 * are taken in turn that they have as many nodes together: all sizes meet caches as cold.
 */
function measureGrowth(): number {
  const total = 100_000;
  const points = [1000, 10_000, 100_000].map((count) => {
    const graphs = Array.from({ length: total / count }, (_, at) => nameDag(makeDag(count, 3, at)));
    const weights = new Float64Array(count).fill(1);
    const ms = measureBest(20, () => graphs.map((graph) => orderLayersPath(graph, weights)));
    console.log(
      `order, layers and critical path: ${graphs.length} × ${count}: ${ms.toFixed(1)} ms`,
    );
    return [Math.log(count), Math.log((ms * count) / total)] as const;
  });
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** Bytes of all typed arrays in these values: there is nothing else of size in them. */
function countBytes(...values: readonly object[]): number {
  return values
    .flatMap((value) => Object.values(value))
    .reduce((sum: number, part) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0), 0);
}

function print(name: string, times: Readonly<Record<string, number>>): void {
  const shown = Object.entries(times)
    .filter(([, ms]) => Number.isFinite(ms))
    .map(([what, ms]) => `${what} ${ms.toFixed(1)} ms`);
  console.log(`${name}: ${shown.join(", ")}`);
}
