import type { ObservedGate, ObservedLane } from "../../model/observed-lane.ts";
import type { StoredLane } from "../../model/stored-lane.ts";

/**
 * The gates as they may stand: one whose success was begun to be sent, and nobody knows how that
 * ended, counts as open, under no title. So it is taken back where it must not be open, sent again
 * where it may, and nobody else is let through beside it.
 */
export function markUnsure(
  gates: ObservedLane["gates"],
  { outbox, now }: Pick<StoredLane, "outbox" | "now">,
): ObservedLane["gates"] {
  const marked = new Map(gates);
  for (const { op, attempts } of outbox) {
    if (op.kind !== "gate" || op.verdict !== "success" || attempts === 0) continue;
    if (gates.get(op.headSha)?.verdict !== "success") marked.set(op.headSha, toUnsure(now));
  }
  return marked;
}

function toUnsure(startedAt: number): ObservedGate {
  return { verdict: "success", title: "", summary: "", startedAt };
}
