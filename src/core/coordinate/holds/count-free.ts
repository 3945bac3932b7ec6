import type { CoordinatedPlan } from "../../model/coordinated-plan.ts";
import type { Freeze, Hold } from "../../model/hold.ts";
import type { ResourceId } from "../../model/ids.ts";
import { hasBegun } from "../situation/has-begun.ts";
import type { LimitNeed, TaskSituation } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";

/** The name under which the slots of a plan are counted like the units of a resource. */
export function toSlotId({ id }: CoordinatedPlan): ResourceId {
  return `slots of ${id}` as ResourceId;
}

/** The name under which a limit of a plan is counted like a resource. */
export function toLimitId({ id }: CoordinatedPlan, { limit }: LimitNeed): ResourceId {
  return `limit of ${id}: ${limit}` as ResourceId;
}

/**
 * Free units by resource key and free slots by plan, below 0 where a capacity was lowered; and free
 * units by limit, at least 0. A task under way takes its units of a limit whether or not it is its turn.
 *
 * @param frontier All that may hold.
 * @param settled Those among them that keep what they have, with a slot each.
 */
export function countFree(
  frontier: readonly TaskSituation[],
  settled: readonly TaskSituation[],
  { holds, freezes }: { readonly holds: readonly Hold[]; readonly freezes: readonly Freeze[] },
): ReadonlyMap<ResourceId, number> {
  const frozen = new Set(freezes.map(toResourceKey));
  const taken = sumUp(holds.map((hold) => [toResourceKey(hold), 1]));
  const keeping = new Set(settled);
  const running = frontier.filter((task) => keeping.has(task) || hasBegun(task));
  const busy = sumUp([
    ...settled.map(({ plan }) => [toSlotId(plan), 1] as const),
    ...running.flatMap(({ plan, limits }) =>
      limits.map((need) => [toLimitId(plan, need), need.units] as const),
    ),
  ]);
  const free = new Map<ResourceId, number>();
  for (const need of frontier.flatMap(({ needs }) => needs)) {
    const key = toResourceKey(need);
    free.set(key as ResourceId, frozen.has(key) ? 0 : need.capacity - (taken.get(key) ?? 0));
  }
  for (const { plan, limits } of frontier) {
    const slot = toSlotId(plan);
    free.set(slot, plan.maxConcurrentTasks - (busy.get(slot) ?? 0));
    for (const need of limits) {
      const id = toLimitId(plan, need);
      free.set(id, Math.max(0, need.capacity - (busy.get(id) ?? 0)));
    }
  }
  return free;
}

function sumUp(units: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [name, count] of units) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
}
