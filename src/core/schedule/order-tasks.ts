import type { Config } from "../model/config.ts";
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
  { seed, orderSchedules }: Pick<Config, "seed" | "orderSchedules">,
): Int32Array {
  const byTails = orderByTails(workload, estimates.map(toExpected));
  if (!isImproved) return byTails;
  const budget = orderBudget(byTails.length, orderSchedules);
  return improveOrder(workload, estimates, byTails, { ...budget, seed });
}
