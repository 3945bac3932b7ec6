import type { ScopedNeed } from "./situation.ts";
import { toResourceKey } from "./to-resource-key.ts";

/** One need a resource, with the most units asked for; sorted, so that all take in one order. */
export function mergeNeeds(needs: readonly ScopedNeed[]): readonly ScopedNeed[] {
  const merged = new Map<string, ScopedNeed>();
  for (const need of needs) {
    const key = toResourceKey(need);
    const units = Math.max(need.units, merged.get(key)?.units ?? 0);
    merged.set(key, { ...need, units });
  }
  return [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, need]) => need);
}
