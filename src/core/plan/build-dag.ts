import type { Edge } from "../graph/edge.ts";
import { findCycles } from "../graph/find-cycles.ts";
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
  const indices = new Map(tasks.map((id, index) => [id, index]));
  const graph = edges.map(({ from, to }): Edge => [toIndex(from), toIndex(to)]);
  const cycles = findCycles(tasks.length, graph).map((cycle) => cycle.flatMap(toId));
  const order = topologicalOrder(tasks.length, graph) ?? [];
  const reduced = transitiveReduction(tasks.length, graph).flatMap(([from, to]) => {
    const [a, b] = [tasks[from], tasks[to]];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  return { edges, reduced, order: order.flatMap(toId), cycles, soft, lowConfidence };

  function toIndex(id: TaskId): number {
    return indices.get(id) ?? -1;
  }

  function toId(index: number): readonly TaskId[] {
    return tasks.slice(index, index + 1);
  }
}
