import * as graphlib from "@dagrejs/graphlib";
import { DepGraph } from "dependency-graph";
import { Graph as PlainGraph, topologicalSort as sortPlain } from "graph-data-structure";
import { DirectedGraph } from "graphology";
import { topologicalGenerations, topologicalSort } from "graphology-dag";
import toposort from "toposort";
import type { NamedDag } from "./make-dag.ts";

/** A graph library loaded with one graph. */
export interface GraphPeer {
  readonly name: string;
  /** A topological order. */
  readonly order: () => unknown;
  /** Order, layers and critical path: with its own functions where it has them, else on its order and its successor lists. */
  readonly all: (() => unknown) | undefined;
}

/** Libraries on npm that order graphs. */
export const graphPeers: readonly ((dag: NamedDag) => GraphPeer)[] = [
  loadGraphology,
  loadGraphlib,
  loadPlainGraph,
  loadDependencyGraph,
  ({ names, edges }) => ({
    name: "toposort 2.0.2",
    order: () => toposort.array([...names], [...edges] as [string, string][]),
    all: undefined,
  }),
];

function loadGraphology({ names, edges }: NamedDag): GraphPeer {
  const graph = new DirectedGraph();
  for (const name of names) graph.addNode(name);
  for (const [from, to] of edges) graph.addEdge(from, to);
  const order = () => topologicalSort(graph);
  const all = () => [
    topologicalGenerations(graph),
    measurePath(order(), (name) => graph.outNeighbors(name)),
  ];
  return { name: "graphology 0.26.0 + graphology-dag 0.4.1", order, all };
}

function loadGraphlib({ names, edges }: NamedDag): GraphPeer {
  const graph = new graphlib.Graph();
  for (const name of names) graph.setNode(name);
  for (const [from, to] of edges) graph.setEdge(from, to);
  const order = () => graphlib.alg.topsort(graph);
  const all = () => layerAndMeasure(order(), (name) => graph.successors(name) ?? []);
  return { name: "@dagrejs/graphlib 4.0.6", order, all };
}

function loadPlainGraph({ names, edges }: NamedDag): GraphPeer {
  const graph = new PlainGraph<string>();
  for (const name of names) graph.addNode(name);
  for (const [from, to] of edges) graph.addEdge(from, to);
  const order = () => sortPlain(graph);
  const all = () => layerAndMeasure(order(), (name) => graph.adjacent(name) ?? []);
  return { name: "graph-data-structure 4.5.0", order, all };
}

function loadDependencyGraph({ names, edges }: NamedDag): GraphPeer {
  const graph = new DepGraph<undefined>();
  for (const name of names) graph.addNode(name);
  for (const [from, to] of edges) graph.addDependency(to, from);
  const order = () => graph.overallOrder();
  const all = () => layerAndMeasure(order(), (name) => graph.directDependentsOf(name));
  return { name: "dependency-graph 1.0.0", order, all };
}

type Successors = (name: string) => Iterable<string>;

function layerAndMeasure(order: readonly string[], successors: Successors) {
  const layers = new Map<string, number>();
  for (const name of order) {
    const layer = layers.get(name) ?? 0;
    for (const to of successors(name)) {
      layers.set(to, Math.max(layers.get(to) ?? 0, layer + 1));
    }
  }
  return [layers, measurePath(order, successors)];
}

/** Earliest start and longest rest of each node, each of weight 1. */
function measurePath(order: readonly string[], successors: Successors) {
  const heads = new Map<string, number>();
  for (const name of order) {
    const finish = (heads.get(name) ?? 0) + 1;
    for (const to of successors(name)) heads.set(to, Math.max(heads.get(to) ?? 0, finish));
  }
  const tails = new Map<string, number>();
  for (let at = order.length - 1; at >= 0; at--) {
    const name = order[at] ?? "";
    let longest = 0;
    for (const to of successors(name)) longest = Math.max(longest, tails.get(to) ?? 0);
    tails.set(name, longest + 1);
  }
  return [heads, tails];
}
