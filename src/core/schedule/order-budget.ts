/** Task runs that improving one order may cost: fewer orders for bigger plans. */
const maxTaskRuns = 2_000_000;
const scenarios = 40;
const [fewestOrders, mostOrders] = [20, 600];

/** How many orders are tried for a plan, and how many runs each is judged by. */
export interface OrderBudget {
  readonly candidates: number;
  readonly scenarios: number;
}

/**
 * What a plan of so many tasks is worth: some tenths of a second at most.
 *
 * @param schedules Runs in all, where somebody says how many.
 */
export function orderBudget(tasks: number, schedules?: number): OrderBudget {
  if (schedules !== undefined) return { candidates: Math.floor(schedules / scenarios), scenarios };
  const candidates = Math.floor(maxTaskRuns / (scenarios * Math.max(1, tasks)));
  return { candidates: Math.min(Math.max(candidates, fewestOrders), mostOrders), scenarios };
}
