import type { PlanRecord } from "../model/record.ts";

/**
 * Whether a spec's text looks like a later version of the spec that a record was made of: it still
 * holds the titles of most of its tasks. For finding a plan again whose file was moved unseen.
 */
export function resemblesRecord(text: string, { tasks }: PlanRecord): boolean {
  const current = tasks.filter(({ isRetired }) => !isRetired);
  const kept = current.filter(({ title }) => text.includes(title)).length;
  return kept > 0 && kept * 2 > current.length;
}
