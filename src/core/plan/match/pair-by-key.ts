import type { RecordedTask } from "../../model/record.ts";
import type { SpecTask } from "../../model/spec.ts";
import { groupBy } from "../../text/group-by.ts";
import type { TaskPair } from "./task-pair.ts";

/** A pair with how many tasks, on both sides, have the key that made it. */
export interface KeyedPair extends TaskPair {
  readonly rivals: number;
}

/** Pairs tasks of one key in the order in which they stand; tasks without a key make no pair. */
export function pairByKey(
  fresh: readonly SpecTask[],
  known: readonly RecordedTask[],
  toFreshKey: (task: SpecTask) => string | undefined,
  toKnownKey: (task: RecordedTask) => string | undefined,
): readonly KeyedPair[] {
  const knownByKey = groupBy(known, toKnownKey);
  const freshByKey = groupBy(fresh, toFreshKey);
  return [...freshByKey].flatMap(([key, tasks]) => {
    const partners = key === undefined ? [] : (knownByKey.get(key) ?? []);
    const rivals = tasks.length + partners.length;
    return tasks.flatMap((task, index) => {
      const recorded = partners[index];
      return recorded === undefined ? [] : [{ task, recorded, rivals }];
    });
  });
}
