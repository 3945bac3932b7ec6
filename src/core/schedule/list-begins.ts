import { requireFeasible } from "./order/require-feasible.ts";
import { rankWorkload } from "./simulate/rank-workload.ts";
import { emptyLog } from "./simulate/run-log.ts";
import { Runner } from "./simulate/runner.ts";
import type { Workload } from "./simulate/workload.ts";
import { toProject } from "./to-project.ts";

/**
 * The order in which tasks begin if each takes its expected hours, to the quarter: it never runs
 * against the graph. Every task must fit, or it would never begin.
 *
 * @param hours Expected, by task.
 * @param order All tasks, the most urgent first.
 * @returns Tasks by place, first to last.
 * @throws {InvariantError} if that run breaks the graph or a limit.
 */
export function listBegins(
  workload: Workload,
  hours: ArrayLike<number>,
  order: Int32Array,
): Int32Array {
  const project = toProject(workload, hours);
  const log = emptyLog(order.length);
  const steps = Float64Array.from(order, (task) => project.durations[task] ?? 0);
  new Runner(rankWorkload(workload, order)).run(steps, log);
  const starts = new Float64Array(order.length);
  for (const [rank, task] of order.entries()) starts[task] = log.starts[rank] ?? 0;
  requireFeasible(project, starts);
  return order.toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
}
