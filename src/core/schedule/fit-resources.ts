import type { ResourceId, TaskId } from "../model/ids.ts";
import { findShortage, type UnitNeed } from "./find-shortage.ts";
import { takeUnits } from "./take-units.ts";

/** A task that asks for a slot and for units. */
export interface Applicant {
  readonly id: TaskId;
  readonly needs: readonly UnitNeed[];
}

/** Who fits, and who waits for what. */
export interface Fit {
  readonly fitting: readonly TaskId[];
  /** With the first resource that is short, or `max_concurrent_tasks`. */
  readonly waiting: readonly { readonly task: TaskId; readonly resource: string }[];
}

/**
 * Gives slots and units to applicants, first come first served: each takes all
 * it needs at once or waits, and those behind may pass one that waits.
 *
 * @param free Units left by resource; a resource not listed has no limit.
 * @param slots Tasks that may be added.
 */
export function fitResources(
  applicants: readonly Applicant[],
  free: ReadonlyMap<ResourceId, number>,
  slots: number,
): Fit {
  const left = new Map(free);
  const fitting: TaskId[] = [];
  const waiting: { task: TaskId; resource: string }[] = [];
  for (const { id, needs } of applicants) {
    const isFull = fitting.length >= slots;
    const short = findShortage(needs, left) ?? (isFull ? "max_concurrent_tasks" : undefined);
    if (short !== undefined) {
      waiting.push({ task: id, resource: short });
      continue;
    }
    fitting.push(id);
    takeUnits(needs, left);
  }
  return { fitting, waiting };
}
