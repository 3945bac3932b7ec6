import type { Decision } from "../model/decision.ts";
import type { OutboxOp } from "../model/outbox.ts";

/** A write with its key: the same for the same write, so that it is never stored twice while it waits. */
export function toWrite(op: OutboxOp): Decision["outbox"][number] {
  return { opKey: toOpKey(op), op };
}

function toOpKey(op: OutboxOp): string {
  switch (op.kind) {
    case "gate":
      return `gate ${op.headSha} ${op.externalId}`;
    case "live-comment":
      return `live-comment ${op.issueNumber}`;
    default:
      return `${op.kind} ${op.issueNumber} ${op.label}`;
  }
}
