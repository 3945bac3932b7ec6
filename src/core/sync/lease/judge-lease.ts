import { leaseMs, type PlanLease, type RunName } from "../../model/lease.ts";

/**
 * When a run may write to a plan that has this lease, epoch milliseconds by GitHub's clock: `undefined` for now.
 * That is so where the lease is its own, was given back, or its time is over; and where it is one of an
 * earlier attempt of the same workflow run, which has ended.
 */
export function judgeLease(
  lease: PlanLease | undefined,
  { id, workflow }: RunName,
  now: number,
): number | undefined {
  if (lease === undefined || lease.isReleased || lease.run === id) return undefined;
  const isEarlier =
    workflow !== undefined &&
    lease.workflow?.id === workflow.id &&
    lease.workflow.attempt < workflow.attempt;
  const endsAt = lease.renewedAt + leaseMs;
  return isEarlier || now >= endsAt ? undefined : endsAt;
}
