import type { Graph } from "./graph.ts";
import { packEdges } from "./pack-edges.ts";

/**
 * The graph of named edges: node `n` is the `n`th name. An edge whose end is
 * not among the names is left out.
 *
 * @param names Each once.
 */
export function nameGraph<Name extends string>(
  names: readonly Name[],
  edges: readonly (readonly [from: Name, to: Name])[],
): Graph {
  const places = new Map<Name, number>();
  for (const name of names) places.set(name, places.size);
  const from = new Int32Array(edges.length);
  const to = new Int32Array(edges.length);
  let known = 0;
  for (const edge of edges) {
    const a = places.get(edge[0]);
    const b = places.get(edge[1]);
    if (a === undefined || b === undefined) continue;
    from[known] = a;
    to[known++] = b;
  }
  return packEdges(names.length, from.subarray(0, known), to.subarray(0, known));
}
