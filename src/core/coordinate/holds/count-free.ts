import type { CoordinatedPlan } from "../../model/coordinated-plan.ts";
import type { Freeze, Hold } from "../../model/hold.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { TaskSituation } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";

/** The name under which the slots of a plan are counted like the units of a resource. */
export function toSlotId({ id }: CoordinatedPlan): ResourceId {
  return `slots of ${id}` as ResourceId;
}

/**
 * Free units by resource key, and free slots by plan; below 0 where a capacity was lowered.
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
  const taken = countBy(holds.map(toResourceKey));
  const busy = countBy(settled.map(({ plan }) => toSlotId(plan)));
  const free = new Map<ResourceId, number>();
  for (const need of frontier.flatMap(({ needs }) => needs)) {
    const key = toResourceKey(need);
    free.set(key as ResourceId, frozen.has(key) ? 0 : need.capacity - (taken.get(key) ?? 0));
  }
  for (const { plan } of frontier) {
    const slot = toSlotId(plan);
    free.set(slot, plan.maxConcurrentTasks - (busy.get(slot) ?? 0));
  }
  return free;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
