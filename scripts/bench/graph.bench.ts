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
import { runJudged } from "./run-judged.ts";
import type { Verdict } from "./verdict.ts";

/** What a library takes for one graph: milliseconds of the processor, and the memory that it holds loaded. */
interface LibraryFigures {
  readonly name: string;
  readonly build: number;
  readonly order: number;
  /** Order, layers and critical path; `undefined` where it cannot. */
  readonly all: number | undefined;
  readonly heldMegabytes: number;
}

/** The graph core beside npm's graph libraries, on the same graphs in the same run. `--json` gives all figures. */
export function run(args: readonly string[]): Promise<number> {
  return Promise.resolve(runJudged(args, compareLibraries));
}

function compareLibraries(verdict: Verdict) {
  const big = makeDag(100_000, 3);
  const own = measureOwn(big, verdict);
  const peers = graphPeers.map((load) => measurePeer(load, big, verdict));
  const bestAll = Math.min(...peers.map(({ all = Number.POSITIVE_INFINITY }) => all));
  const bestOrder = Math.min(...peers.map(({ order }) => order));

  verdict.atLeast("order, layers and critical path, times faster", bestAll / own.all, 15);
  verdict.atLeast("order alone, times faster", bestOrder / own.order, 10);
  verdict.atMost("retained", own.heldMegabytes, 20, " MB");
  verdict.atMost("transitive reduction, sparse, times building", own.reduction / own.build, 3.5);
  const dense = nameDag(makeDag(10_000, 106));
  verdict.tell(`dense: 10,000 nodes, ${dense.targets.length} edges`);
  const denseMs = measureBest(5, () => transitiveReduction(dense));
  verdict.atMost("transitive reduction, dense", denseMs, 500, " ms");
  verdict.atMost("growth exponent, 1,000 to 100,000 nodes", measureGrowth(verdict), 1.1);
  compareCompletions(verdict);
  return { nodes: 100_000, edges: big.edges.length, libraries: [own, ...peers] };
}

/** What is done again at each completion must not grow with the plan, but for the levels of a heap. */
function compareCompletions(verdict: Verdict): void {
  const [small = 0, medium = 0, large = 0] = [1000, 10_000, 100_000].map((count) =>
    measureCompletions(count, 100_000, 7),
  );
  verdict.tell(
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

function measureOwn(dag: NamedDag, verdict: Verdict) {
  const build = measureBest(7, () => nameDag(dag));
  const graph = nameDag(dag);
  const weights = new Float64Array(graph.count).fill(1);
  const results = orderLayersPath(graph, weights);
  const heldMegabytes = countBytes(graph, results.layers, results.path, { weights }) / 1e6;
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
  const times = { build, order, "order by name": sorted, all, reduction, cycle };
  verdict.tell(describe("keysteps", times, heldMegabytes));
  return { name: "keysteps", build, order, all, reduction, heldMegabytes };
}

function measurePeer(
  load: (typeof graphPeers)[number],
  dag: NamedDag,
  verdict: Verdict,
): LibraryFigures {
  const heapBefore = countHeap();
  const cpuBefore = process.cpuUsage();
  const peer = load(dag);
  const { user, system } = process.cpuUsage(cpuBefore);
  const build = (user + system) / 1000;
  const heldMegabytes = (countHeap() - heapBefore) / 1e6;
  const order = measureBest(5, peer.order);
  const all = peer.all && measureBest(5, peer.all);
  verdict.tell(describe(peer.name, { build, order, all }, heldMegabytes));
  return { name: peer.name, build, order, all, heldMegabytes };
}

/** Bytes held after garbage collection (`npm run bench` exposes it), those of typed arrays included. */
function countHeap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * The slope of time over size, both as logarithms, by least squares. Of each size so many graphs
 * are taken in turn that they have as many nodes together: all sizes meet caches as cold.
 */
function measureGrowth(verdict: Verdict): number {
  const total = 100_000;
  const points = [1000, 10_000, 100_000].map((count) => {
    const graphs = Array.from({ length: total / count }, (_, at) => nameDag(makeDag(count, 3, at)));
    const weights = new Float64Array(count).fill(1);
    const ms = measureBest(20, () => graphs.map((graph) => orderLayersPath(graph, weights)));
    verdict.tell(
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

function describe(
  name: string,
  times: Readonly<Record<string, number | undefined>>,
  heldMegabytes: number,
): string {
  const shown = Object.entries(times).flatMap(([what, ms]) =>
    ms === undefined ? [] : [`${what} ${ms.toFixed(1)} ms`],
  );
  return `${name}: ${shown.join(", ")}; holds ${heldMegabytes.toFixed(1)} MB`;
}
