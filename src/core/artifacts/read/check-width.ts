import { layerGraph } from "../../graph/layer-graph.ts";
import { measureWidestLayer } from "../../graph/measure-widest-layer.ts";
import { measureWidth } from "../../graph/measure-width.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { listGraphEdges } from "./list-graph-edges.ts";

/**
 * KS506 where `widthApprox` is not what the method named beside it gives for the graph of tasks.json:
 * the biggest layer (`kahn_layer_max`) or the exact width. Of a method that we do not know either
 * is taken. Nothing is said of a graph with a cycle, nor of one too big for the exact width.
 */
export function checkWidth({ tasks, dag: { metrics } }: ArtifactSet): readonly ArtifactFault[] {
  const { widthApprox: stated, widthMethod } = metrics;
  const ids = [...new Set(tasks.tasks.map(({ id }) => id))];
  const graph = nameGraph(ids, listGraphEdges(tasks));
  const layers = layerGraph(graph);
  if (layers.order.length < graph.count) return [];
  const layer = measureWidestLayer(layers);
  if (stated === layer && widthMethod !== "dilworth_matching") return [];
  const { width, method } = measureWidth(graph, layers);
  if (widthMethod !== "kahn_layer_max" && (method === "kahn_layer_max" || stated === width)) {
    return [];
  }
  const actual = widthMethod === "kahn_layer_max" ? layer : width;
  const message = `dag.json states ${stated} as widthApprox (${widthMethod}), tasks.json has ${actual}; run 'tasks plan' again`;
  const keys = ["metrics", "widthApprox"];
  return [{ code: "KS506", severity: "error", file: "dag.json", keys, message }];
}
