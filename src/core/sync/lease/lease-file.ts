import { InputError } from "../../errors.ts";
import { type PlanLease, planLease } from "../../model/lease.ts";

/** Name of a lease's file in a plan's folder. */
export const leaseFile = "lease.json";

/** The text of that file. */
export function renderLease(lease: PlanLease): string {
  return `${JSON.stringify(lease, undefined, 2)}\n`;
}

/**
 * Reads that text.
 *
 * @throws {InputError} if it is no lease: whether another run is at work cannot be told then.
 */
export function parseLease(text: string, path: string): PlanLease {
  try {
    return planLease.parse(JSON.parse(text));
  } catch (cause) {
    const mend = "delete the file if no apply is running, or update Keysteps";
    throw new InputError(`Cannot read ${path} on branch keysteps: it is no lease; ${mend}`, {
      cause,
    });
  }
}
