import type { Decision } from "../../model/decision.ts";
import type { Freeze } from "../../model/hold.ts";
import type { ObservedLane } from "../../model/observed-lane.ts";
import type { StoredLane } from "../../model/stored-lane.ts";
import type { LaneResources } from "../situation/list-resources.ts";
import type { TaskFacts } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";
import { findViolations } from "./find-violations.ts";

/** What is frozen after this pass, and what of it changes. */
export interface JudgedFreezes {
  /** All that are in force, by resource and pull request: in one order, however they came. */
  readonly freezes: readonly Freeze[];
  readonly added: Decision["freezes"];
  readonly thaws: Decision["thaws"];
}

/**
 * Freezes what was landed on without a hold; lifts what a person has checked after it landed: a
 * label that was there before says nothing of what came of it. What was checked before we found it
 * is frozen and lifted at once, for the record.
 */
export function judgeFreezes(
  observed: ObservedLane,
  tasks: readonly TaskFacts[],
  resources: LaneResources,
  stored: StoredLane,
): JudgedFreezes {
  const added = findViolations(observed, tasks, resources, stored);
  const all = [...stored.freezes, ...added.map((freeze) => ({ ...freeze, since: stored.now }))];
  const thaws = all.filter((freeze) => isUnlocked(freeze, observed));
  const freezes = all.filter((freeze) => !thaws.includes(freeze)).toSorted(byPlace);
  return { freezes, added, thaws };
}

function byPlace(a: Freeze, b: Freeze): number {
  const [one, other] = [toResourceKey(a), toResourceKey(b)];
  return one < other ? -1 : Number(one > other) || a.pullNumber - b.pullNumber;
}

function isUnlocked({ pullNumber, repository }: Freeze, { lane, pulls }: ObservedLane): boolean {
  return (
    repository === lane &&
    pulls.some(
      ({ number, mergedAt, unlockedAt }) =>
        number === pullNumber && mergedAt !== undefined && (unlockedAt ?? 0) > mergedAt,
    )
  );
}
