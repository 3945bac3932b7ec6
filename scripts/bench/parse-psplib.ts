import { buildGraph } from "../../src/core/graph/build-graph.ts";
import type { Edge } from "../../src/core/graph/edge.ts";
import { layerGraph } from "../../src/core/graph/layer-graph.ts";
import { reverseGraph } from "../../src/core/graph/reverse-graph.ts";
import type { Project } from "../../src/core/schedule/order/project.ts";

/**
 * Reads one instance of PSPLIB (Kolisch and Sprecher, 1997) in its `.sm` form, without its two
 * activities that only mark start and end.
 */
export function parsePsplib(text: string): Project {
  const precedence = listRows(text, "PRECEDENCE RELATIONS");
  const requests = listRows(text, "REQUESTS/DURATIONS");
  const capacities = listRows(text, "RESOURCEAVAILABILITIES")[0] ?? [];
  const count = requests.length - 2;
  const edges = precedence.flatMap(([job = 0, , , ...successors]) =>
    successors.map((successor): Edge => [job - 2, successor - 2]),
  );
  const inner = edges.filter(([from, to]) => from >= 0 && to < count);
  const successors = buildGraph(count, inner);
  return {
    successors,
    predecessors: reverseGraph(successors),
    order: layerGraph(successors).order,
    durations: Int32Array.from(requests.slice(1, -1), ([, , steps = 0]) => steps),
    capacities: Int32Array.from(capacities),
    needs: Int32Array.from(requests.slice(1, -1).flatMap(([, , , ...units]) => units)),
  };
}

/** The rows of numbers under a heading. */
function listRows(text: string, heading: string): readonly (readonly number[])[] {
  const [, section = ""] = text.split(heading);
  const [block = ""] = section.split("*****");
  return block
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^\d[\d\s]*$/.test(line))
    .map((line) => line.split(/\s+/).map(Number));
}
