import type { Graph } from "./graph.ts";
import { layerGraph } from "./layer-graph.ts";
import { listEdges } from "./list-edges.ts";
import { spreadInOrder } from "./spread-in-order.ts";

/** How a drawing is measured; lengths in its own unit. */
export interface DrawingSize {
  readonly nodeHeight: number;
  /** Between two nodes that stand over each other. */
  readonly gap: number;
  /** What an edge takes that passes between nodes. */
  readonly lane: number;
  /** Most nodes over each other: a fuller layer gets several columns. */
  readonly maxRows: number;
}

/** Where nodes stand and which way edges go. */
export interface Drawing {
  readonly columns: number;
  readonly height: number;
  /** By node: its column, from 0, and the height of its middle; column -1 for nodes on or behind a cycle. */
  readonly places: readonly { readonly column: number; readonly y: number }[];
  /** Each edge with the points between its ends, by column. */
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly bends: readonly { readonly column: number; readonly y: number }[];
  }[];
}

/** A node, or a place where an edge passes a layer. */
interface Stop {
  /** -1 for an edge that passes. */
  readonly node: number;
  readonly before: Stop[];
  readonly after: Stop[];
  column: number;
  y: number;
  /** Its place in its layer, from 0 to 1. */
  rank: number;
}

const sweeps = 8;
/** With more passing edges than that for each node they are drawn straight instead. */
const mostPassing = 6;

/**
 * Draws a graph in layers from left to right: each node stands in the layer after the last of its
 * predecessors, one without any right before its first successor; layers are ordered by the middle of their neighbours (barycentre) to keep crossings few,
 * and nodes stand as near to their neighbours as their order lets them.
 *
 * Source: Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981.
 */
export function arrangeGraph(graph: Graph, size: DrawingSize): Drawing {
  const { layerOf: earliest, starts } = layerGraph(graph);
  const layerOf = pullStarts(graph, earliest);
  const nodes = Array.from({ length: graph.count }, (_, node) => newStop(node));
  const layers: Stop[][] = Array.from({ length: starts.length - 1 }, () => []);
  for (const [node, stop] of nodes.entries()) layers[layerOf[node] ?? -1]?.push(stop);
  const edges = listEdges(graph).filter(([from, to]) => isLaid(from) && isLaid(to));
  const passing = edges.reduce((sum, [from, to]) => sum + layerAt(to) - layerAt(from) - 1, 0);
  const mayPass = passing <= mostPassing * graph.count;
  const routes = edges.map(([from, to]) => ({ from, to, stops: routeEdge(from, to) }));

  orderLayers(layers);
  const columns = layers.flatMap((layer) => splitLayer(layer, size.maxRows));
  for (const [index, column] of columns.entries()) for (const stop of column) stop.column = index;
  const height = placeColumns(columns, size);
  return {
    columns: columns.length,
    height,
    places: nodes.map(({ column, y }) => ({ column, y })),
    edges: routes.map(({ from, to, stops }) => ({
      from,
      to,
      bends: stops.map(({ column, y }) => ({ column, y })),
    })),
  };

  function isLaid(node: number): boolean {
    return layerAt(node) >= 0;
  }

  function layerAt(node: number): number {
    return layerOf[node] ?? -1;
  }

  function routeEdge(from: number, to: number): readonly Stop[] {
    const [first, last] = [nodes[from], nodes[to]];
    if (first === undefined || last === undefined) return [];
    const between = mayPass ? layers.slice(layerAt(from) + 1, layerAt(to)) : [];
    const stops = between.map((layer) => {
      const stop = newStop(-1);
      layer.push(stop);
      return stop;
    });
    const way = [first, ...stops, last];
    for (const [index, stop] of way.slice(1).entries()) {
      way[index]?.after.push(stop);
      stop.before.push(way[index] ?? first);
    }
    return stops;
  }
}

/** By node its layer, from 0; those that nothing leads to stand next to what they lead to. */
function pullStarts({ starts, targets, count }: Graph, earliest: Int32Array): Int32Array {
  return earliest.map((layer, node) => {
    if (layer !== 0) return layer;
    const after = [...targets.subarray(starts[node], starts[node + 1])];
    const first = after.reduce((least, to) => Math.min(least, earliest[to] ?? 0), count);
    return after.length === 0 || first < 1 ? 0 : first - 1;
  });
}

function newStop(node: number): Stop {
  return { node, before: [], after: [], column: -1, y: 0, rank: 0 };
}

/** Sweeps to and fro; each layer is sorted by the middle of its neighbours on the side it comes from. */
function orderLayers(layers: readonly Stop[][]): void {
  for (const layer of layers) rankLayer(layer);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isForth = sweep % 2 === 0;
    for (const layer of isForth ? layers : layers.toReversed()) {
      const keys = new Map(
        layer.map((stop) => [stop, findMiddle(isForth ? stop.before : stop.after, stop)]),
      );
      layer.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      rankLayer(layer);
    }
  }
}

function rankLayer(layer: readonly Stop[]): void {
  for (const [index, stop] of layer.entries()) stop.rank = (index + 0.5) / layer.length;
}

function findMiddle(neighbours: readonly Stop[], stop: Stop): number {
  if (neighbours.length === 0) return stop.rank;
  return neighbours.reduce((sum, { rank }) => sum + rank, 0) / neighbours.length;
}

/** A layer with too many nodes as several columns, each from its top to its bottom. */
function splitLayer(layer: readonly Stop[], maxRows: number): readonly (readonly Stop[])[] {
  const full = layer.filter(({ node }) => node >= 0).length;
  const count = Math.max(1, Math.ceil(full / maxRows));
  return Array.from({ length: count }, (_, part) =>
    layer.filter((_, index) => index % count === part),
  );
}

/** Stacks each column, then pulls it to and fro to where its neighbours are; gives the height of all. */
function placeColumns(columns: readonly (readonly Stop[])[], size: DrawingSize): number {
  const gapsOf = columns.map((column) =>
    column.map((stop, index) => distance(column[index - 1], stop, size)),
  );
  for (const [index, column] of columns.entries()) {
    const gaps = gapsOf[index] ?? [];
    const total = gaps.slice(1).reduce((sum, gap) => sum + gap, 0);
    let y = -total / 2;
    for (const [row, stop] of column.entries()) {
      if (row > 0) y += gaps[row] ?? 0;
      stop.y = y;
    }
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isForth = sweep % 2 === 0;
    const order = columns.map((_, index) => (isForth ? index : columns.length - 1 - index));
    for (const index of order) {
      const column = columns[index] ?? [];
      const wanted = column.map((stop) => findHeight(stop, isForth));
      const places = spreadInOrder(wanted, gapsOf[index] ?? []);
      for (const [row, stop] of column.entries()) stop.y = places[row] ?? 0;
    }
  }
  const all = columns.flat().map(({ y }) => y);
  const top = all.reduce((least, y) => Math.min(least, y), 0) - size.nodeHeight;
  for (const column of columns) for (const stop of column) stop.y -= top;
  return all.reduce((most, y) => Math.max(most, y), 0) - top + size.nodeHeight;
}

function findHeight({ before, after, y }: Stop, isForth: boolean): number {
  const near = isForth ? before : after;
  const neighbours = near.length > 0 ? near : [];
  if (neighbours.length === 0) return y;
  return neighbours.reduce((sum, stop) => sum + stop.y, 0) / neighbours.length;
}

function distance(
  above: Stop | undefined,
  below: Stop,
  { nodeHeight, gap, lane }: DrawingSize,
): number {
  if (above === undefined) return 0;
  const half = (stop: Stop) => (stop.node >= 0 ? nodeHeight : lane) / 2;
  const isPassing = above.node < 0 || below.node < 0;
  return half(above) + half(below) + (isPassing ? gap / 2 : gap);
}
