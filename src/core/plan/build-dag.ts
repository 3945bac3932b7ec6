import { findCycles } from "../graph/find-cycles.ts";
import { listEdges } from "../graph/list-edges.ts";
import { nameGraph } from "../graph/name-graph.ts";
import { topologicalOrder } from "../graph/topological-order.ts";
import { transitiveReduction } from "../graph/transitive-reduction.ts";
import type { TaskId } from "../model/ids.ts";
import type { Dag, Dependency } from "../model/plan.ts";

/**
 * Makes the precedence graph: hard dependencies at or above the minimum
 * confidence, their cycles if there are any, else a topological order and the
 * transitive reduction.
 *
 * @param tasks All task IDs in document order.
 * @param precedence One dependency a pair, sorted; no contention among them.
 * @param minConfidence In [0, 1].
 */
export function buildDag(
  tasks: readonly TaskId[],
  precedence: readonly Dependency[],
  minConfidence: number,
): Dag {
  const soft = precedence.filter(({ isHard }) => !isHard);
  const hard = precedence.filter(({ isHard }) => isHard);
  const edges = hard.filter(({ confidence }) => confidence >= minConfidence);
  const lowConfidence = hard.filter(({ confidence }) => confidence < minConfidence);
  const graph = nameGraph(
    tasks,
    edges.map(({ from, to }) => [from, to]),
  );
  const cycles = findCycles(graph).map((cycle) => cycle.flatMap(toId));
  const order = [...(topologicalOrder(graph) ?? [])];
  const reduced = listEdges(transitiveReduction(graph)).flatMap(([from, to]) => {
    const [a, b] = [tasks[from], tasks[to]];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  return { edges, reduced, order: order.flatMap(toId), cycles, soft, lowConfidence };

  function toId(index: number): readonly TaskId[] {
    return tasks.slice(index, index + 1);
  }
}
