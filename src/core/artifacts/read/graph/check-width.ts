import { layerGraph } from "../../../graph/layer-graph.ts";
import { measureWidestLayer } from "../../../graph/measure-widest-layer.ts";
import { measureWidth } from "../../../graph/measure-width.ts";
import { nameGraph } from "../../../graph/name-graph.ts";
import type { ArtifactFault } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

/**
 * KS506 where `widthApprox` is not what the method named beside it gives for the graph of tasks.json:
 * the biggest layer (`kahn_layer_max`) or the exact width. Of a method that we do not know either
 * is taken. Nothing is said of a graph with a cycle, nor of one too big for the exact width.
 */
export function checkWidth({
  ids,
  edges,
  hasCycle,
  dag: { metrics },
  isOwn,
}: PlanFacts): readonly ArtifactFault[] {
  if (hasCycle) return [];
  const { widthApprox: stated, widthMethod } = metrics;
  const graph = nameGraph(ids, edges);
  const layers = layerGraph(graph);
  const layer = measureWidestLayer(layers);
  const { width, method } = measureWidth(graph, layers);
  const right =
    {
      kahn_layer_max: [layer],
      dilworth_matching: method === "kahn_layer_max" ? [] : [width],
    }[widthMethod] ?? (method === "kahn_layer_max" ? [] : [width, layer]);
  const rests = [grounds.links, grounds.minConfidence];
  return [
    ...expectFigure({
      ...{ file: "dag.json", keys: ["metrics", "widthApprox"], stated, right, rests },
      what: `width (${widthMethod})`,
    }),
    ...(isOwn
      ? expectFigure({
          ...{
            file: "dag.json",
            keys: ["metrics", "widthMethod"],
            stated: widthMethod,
            right: [method],
          },
          what: "method of the width",
        })
      : []),
  ];
}
