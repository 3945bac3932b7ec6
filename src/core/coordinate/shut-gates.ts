import type { Decision } from "../model/decision.ts";
import type { ObservedGates } from "../model/observed-gates.ts";
import type { ObservedGate } from "../model/observed-lane.ts";
import type { OutboxOp } from "../model/outbox.ts";
import type { StoredLane } from "../model/stored-lane.ts";
import { clipTitle } from "./gates/clip-title.ts";
import { markUnsure } from "./gates/mark-unsure.ts";
import { refreshAfterMs } from "./gates/next-wake-at.ts";
import { toWrite } from "./to-write.ts";

/** How long until the repository is looked at again though nothing is heard. */
const lookAgainMs = 10 * 60_000;

/**
 * What is decided where nobody can tell what may land: every gate waits and says why. Holds,
 * freezes, labels and comments stay as they are, so that all goes on once things can be read.
 *
 * @param reason What could not be read, and the mend.
 */
export function shutGates(observed: ObservedGates, stored: StoredLane, reason: string): Decision {
  const gates = markUnsure(observed.gates, stored);
  const title = clipTitle(reason);
  const ops = observed.headShas
    .filter((sha) => !isShut(gates.get(sha), title, stored.now))
    .map(
      (headSha): OutboxOp => ({
        kind: "gate",
        headSha,
        verdict: "queued",
        title,
        summary: `${reason}. Until then nobody can tell whether this may land; no task loses its turn.`,
        externalId: "queued blind",
        revokes: [],
      }),
    );
  return {
    adoption: undefined,
    grants: [],
    revoking: [],
    passes: [],
    releases: [],
    freezes: [],
    thaws: [],
    outbox: ops.map(toWrite),
    wakeAt: stored.now + lookAgainMs,
  };
}

function isShut(gate: ObservedGate | undefined, title: string, now: number): boolean {
  return (
    gate?.verdict === "queued" && gate.title === title && now - gate.startedAt < refreshAfterMs
  );
}
