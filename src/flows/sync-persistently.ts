import { ConflictError, GitHubError } from "../core/errors.ts";
import { isMovedOn, type Lease, type LeasePorts, leasePlan } from "./lease-plan.ts";

const mostAttempts = 3;
/** So long GitHub's lists may be behind what was just written. */
const settleMs = 10_000;
/** So long at first, and twice as long each time, until a run looks again whether another has ended. */
const pollMs = 15_000;

/**
 * Reads, plans and writes by `attempt`; where an answer of GitHub was lost, or another run was at work
 * or came first, all is read again and gone on from that. A write is never just sent again: whether it took
 * effect is seen on GitHub, an issue by its marker.
 *
 * @param attempt Told whether it is the first; what was read before it counts for the first alone.
 * @throws {GitHubError} if that does not help either, or the pace has no patience left.
 * @throws {ConflictError} if another run is at work for longer than the pace has patience.
 */
export async function syncPersistently<Outcome>(
  ports: LeasePorts,
  attempt: (lease: Lease, isFirst: boolean) => Promise<Outcome>,
): Promise<Outcome> {
  let failures = 0;
  for (let isFirst = true; ; isFirst = false) {
    const lease = leasePlan(ports);
    try {
      return await attempt(lease, isFirst);
    } catch (error) {
      if (!(await mayGoOn(error))) {
        if (!isLost(error)) await lease.release();
        throw error;
      }
    }
  }

  async function mayGoOn(error: unknown): Promise<boolean> {
    if (error instanceof ConflictError) {
      ports.onConflict?.(error.message);
      return ports.pace.afterRefusal(pollMs);
    }
    if (!isMovedOn(error) && !isLost(error)) return false;
    if (++failures === mostAttempts) return false;
    return isMovedOn(error) || ports.pace.afterRefusal(settleMs);
  }
}

/** No answer came, or GitHub failed: what was asked for may have been done or not. */
function isLost(error: unknown): boolean {
  if (!(error instanceof GitHubError)) return false;
  const { status, remedy, retryAfterMs } = error;
  if (retryAfterMs !== undefined) return false; // a limit refused it
  return status === 0 || status >= 500 || (status === 200 && remedy === "try-later"); // 200 is GraphQL
}
