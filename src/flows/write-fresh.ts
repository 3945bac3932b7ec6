import { GitHubError } from "../core/errors.ts";
import type { Pace, WriteKind } from "./ports.ts";

/** What a write waits for. */
export interface FreshPorts {
  readonly pace: Pace;
  /** Makes sure right before each write that no other run is at work on the plan. */
  readonly renew: () => Promise<void>;
}

/**
 * Sends a write when the pace allows. Where GitHub refuses it because of a limit, all that comes before it is
 * done again after the wait: what `send` reads, and that the plan is still this run's.
 *
 * @param send Reads what the write is merged with, and writes.
 * @throws {GitHubError} if GitHub refuses it, or the pace has no patience left.
 */
export async function writeFresh<Made>(
  kind: WriteKind,
  { pace, renew }: FreshPorts,
  send: () => Promise<Made>,
): Promise<Made> {
  await pace.beforeWrite(kind);
  for (;;) {
    await renew();
    try {
      return await send();
    } catch (error) {
      const waitMs = error instanceof GitHubError ? error.retryAfterMs : undefined;
      if (waitMs === undefined || !(await pace.afterRefusal(waitMs))) throw error;
    }
  }
}
