import { findCriticalPath } from "../../../graph/find-critical-path.ts";
import { layerGraph } from "../../../graph/layer-graph.ts";
import { nameGraph } from "../../../graph/name-graph.ts";
import type { ArtifactFault } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import { grounds } from "../grounds.ts";
import { isContention } from "../is-contention.ts";
import { isInGraph } from "../is-in-graph.ts";
import type { PlanFacts } from "../plan-facts.ts";

/** How far a stated density may be off: makers round it differently. */
const densityTolerance = 0.002;

const precedence = ["technical", "sequential", "infrastructure", "knowledge"] as const;

/**
 * KS506 for each metric of dag.json on the graph that tasks.json tells otherwise. Where makers count
 * differently either way is taken: with contention among the edges or without, the longest chain in
 * tasks or in steps from one to the next.
 */
export function checkMetrics(facts: PlanFacts): readonly ArtifactFault[] {
  const { tasks, dag, edges, ids } = facts;
  const { metrics } = dag;
  const contention = tasks.dependencies.filter(isContention).length;
  const counts = [edges.length, edges.length + contention];
  const n = ids.length;
  const toDensity = (count: number, nodes = n) => (nodes < 2 ? 0 : count / (nodes * (nodes - 1)));
  const byType = Object.values(metrics.keptByType).reduce((sum, count) => sum + count, 0);
  const hasContention = metrics.edges > edges.length;
  const longest = measureLongest(facts);
  const expect = (
    name: string,
    stated: number | undefined,
    right: readonly number[],
    what: string,
    tolerance = 0,
  ) => {
    const rests = [grounds.links, grounds.minConfidence];
    return expectFigure({
      file: "dag.json",
      keys: ["metrics", ...name.split("/")],
      stated,
      right,
      what,
      tolerance,
      rests,
    });
  };
  return [
    ...expectFigure({
      ...{ file: "dag.json", keys: ["metrics", "nodes"], what: "tasks", rests: [grounds.tasks] },
      ...{ stated: metrics.nodes, right: [tasks.tasks.length] },
    }),
    ...expectFigure({
      ...{ file: "dag.json", keys: ["metrics", "minConfidenceApplied"], what: "least confidence" },
      ...{ stated: metrics.minConfidenceApplied, right: [tasks.meta.min_confidence] },
      rests: [grounds.minConfidence],
    }),
    ...expect("edges", metrics.edges, counts, "edges of the graph"),
    ...expect(
      "keptByType",
      byType,
      counts.includes(metrics.edges) ? [metrics.edges] : [metrics.edges, ...counts],
      "edges by type",
    ),
    ...(byType === edges.length
      ? precedence.flatMap((type) =>
          expect(
            `keptByType/${type}`,
            metrics.keptByType[type] ?? 0,
            countType(facts, type),
            `${type} edges`,
          ),
        )
      : []),
    ...expect(
      "edgeDensity",
      metrics.edgeDensity,
      [
        ...counts.map((count) => toDensity(count)),
        toDensity(metrics.edges),
        toDensity(metrics.edges, metrics.nodes),
      ].map(roundTo4),
      "edge density",
      densityTolerance,
    ),
    ...expect(
      "isolatedTasks",
      metrics.isolatedTasks,
      [
        countIsolated(facts, edges),
        ...(hasContention ? [countIsolated(facts, listPairs(facts))] : []),
      ],
      "tasks without dependency",
    ),
    ...expect(
      "longestPath",
      metrics.longestPath,
      longest === undefined ? [] : facts.isOwn ? [longest] : [longest, longest - 1],
      "tasks of the longest chain",
    ),
    ...expect(
      "mutualExclusionEdges",
      metrics.mutualExclusionEdges,
      [tasks.dependencies.filter(({ type }) => type === "mutual_exclusion").length],
      "locks",
    ),
  ];
}

/** Edges of a type, a pair once; of a pair told twice either may have been counted. */
function countType({ tasks, edges }: PlanFacts, type: string): readonly number[] {
  const pairs = new Set(edges.map((pair) => pair.join(" ")));
  const ofType = new Set<string>();
  const others = new Set<string>();
  for (const link of tasks.dependencies) {
    const pair = `${link.from} ${link.to}`;
    const isKept = isInGraph(link, tasks.meta.min_confidence);
    if (isKept && pairs.has(pair)) (link.type === type ? ofType : others).add(pair);
  }
  const shared = [...ofType].filter((pair) => others.has(pair)).length;
  return Array.from({ length: shared + 1 }, (_, at) => ofType.size - at);
}

function listPairs({ tasks }: PlanFacts): readonly (readonly [string, string])[] {
  return tasks.dependencies.map(({ from, to }) => [from, to]);
}

function countIsolated(
  { tasks }: PlanFacts,
  pairs: readonly (readonly [string, string])[],
): number {
  const linked = new Set(pairs.flat());
  return tasks.tasks.filter(({ id }) => !linked.has(id)).length;
}

/** Tasks of the longest chain; `undefined` where a cycle has no end. */
function measureLongest({ ids, edges, hasCycle }: PlanFacts): number | undefined {
  if (hasCycle) return undefined;
  const graph = nameGraph(ids, edges);
  const { order } = layerGraph(graph);
  return findCriticalPath(graph, order, new Float64Array(graph.count).fill(1)).length;
}

function roundTo4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
