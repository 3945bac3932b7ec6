import type { SpecStatement } from "../model/spec.ts";

type TaskEdge = Extract<SpecStatement, { kind: "edge" }>;

/** Whoever waits for more tasks than this did not list them one by one. */
const mostListed = 40;
/** What counts no more than this is a wish and holds nothing up. */
const wishConfidence = 0.4;

/**
 * Leaves out of large sets (`All previous tasks`) what others of the set wait for: where each of a
 * thousand tasks waits for all before it, half a million pairs say no more than a thousand. Who has to
 * wait for whom stays the same; lists that a person could have written stay as they are.
 *
 * @param sure The statements that stand in the graph for certain.
 */
export function shortenSets(
  edges: readonly TaskEdge[],
  sure: readonly TaskEdge[],
): readonly TaskEdge[] {
  if (edges.every(({ on }) => on.length <= mostListed)) return edges;
  const needs = new Map<string, TaskEdge[]>();
  for (const edge of sure) {
    if (edge.confidence <= wishConfidence) continue;
    for (const owner of edge.owners) {
      const known = needs.get(owner);
      if (known === undefined) needs.set(owner, [edge]);
      else known.push(edge);
    }
  }
  return edges.map((edge) =>
    edge.on.length <= mostListed ? edge : { ...edge, on: listLast(edge.on, needs) },
  );
}

/** Those of a set that no other one kept of it waits for; of a circle the last stays. */
function listLast(
  on: readonly string[],
  needs: ReadonlyMap<string, readonly TaskEdge[]>,
): readonly string[] {
  const left = new Set(on);
  const kept: string[] = [];
  for (const ref of on.toReversed()) {
    if (!left.has(ref)) continue;
    kept.push(ref);
    for (const edge of needs.get(ref) ?? []) for (const earlier of edge.on) left.delete(earlier);
  }
  return kept.toReversed();
}
