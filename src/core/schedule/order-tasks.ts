import type { HoursEstimate } from "../model/schedule.ts";
import { toExpected } from "./estimate-hours.ts";
import { orderBudget } from "./order-budget.ts";
import { improveOrder } from "./simulate/improve-order.ts";
import { orderByTails } from "./simulate/order-by-tails.ts";
import type { Workload } from "./simulate/workload.ts";

/**
 * Who goes first where several tasks could start: the one order that forecast, frontier, queues and
 * turns follow. It starts as critical-path priority in expected hours and is moved about as long as
 * the mean makespan over sampled durations gets shorter, where `isImproved`.
 *
 * @returns Tasks by place, the most urgent first.
 */
export function orderTasks(
  workload: Workload,
  estimates: readonly HoursEstimate[],
  isImproved: boolean,
): Int32Array {
  const byTails = orderByTails(workload, estimates.map(toExpected));
  if (!isImproved) return byTails;
  return improveOrder(workload, estimates, byTails, { ...orderBudget(byTails.length), seed: 1 });
}
