import { nameGraph } from "../../graph/name-graph.ts";
import { topologicalOrder } from "../../graph/topological-order.ts";
import type { TaskId } from "../../model/ids.ts";
import type { Dependency } from "../../model/plan.ts";

/**
 * Inferred dependencies as they can stand beside what is stated: never against its order, so that a
 * guess closes no circle, and none where the pair is stated already. Where what is stated goes round
 * in circles itself, nothing is guessed.
 *
 * @param order Task IDs in document order.
 */
export function keepOrder(
  guessed: readonly Dependency[],
  stated: readonly Dependency[],
  order: readonly TaskId[],
): readonly Dependency[] {
  const hard = stated.filter(({ isHard }) => isHard);
  const graph = nameGraph(
    order,
    hard.map(({ from, to }) => [from, to]),
  );
  const sorted = topologicalOrder(graph);
  if (sorted === undefined) return [];
  const place = new Map([...sorted].map((index, at) => [order[index], at]));
  const known = new Set(stated.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  return guessed.filter(
    ({ from, to }) => !known.has(`${from} ${to}`) && (place.get(from) ?? 0) < (place.get(to) ?? 0),
  );
}
