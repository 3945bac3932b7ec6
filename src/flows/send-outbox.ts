import { GitHubError, KeystepsError } from "../core/errors.ts";
import type { OutboxRow } from "../core/model/outbox.ts";
import type { LaneWriter } from "./lane-ports.ts";
import type { LaneClaim, SendOutcome, Store } from "./store-port.ts";

/** How far sending came. */
export type Sending =
  | { readonly isHeld: false; readonly sent: number }
  /** A write must wait; those behind it wait too, since their order matters. */
  | { readonly isHeld: true; readonly reason: string };

/** How long sending may take its time. */
export interface SendOptions {
  readonly leaseMs: number;
  readonly retryMs: number;
}

/**
 * Sends a lane's stored writes in order. That sending begins is stored before it does; a write
 * that was begun before, and whose end is unknown, is looked for on GitHub first, so it is never
 * made twice. One that GitHub refuses is dropped: the next pass decides anew. Where GitHub says
 * how long to wait, nothing is sent before.
 *
 * @throws {FencedError} if the lane was taken over; nothing more is sent then.
 */
export async function sendOutbox(
  claim: LaneClaim,
  rows: readonly OutboxRow[],
  store: Store,
  writer: LaneWriter,
  { leaseMs, retryMs }: SendOptions,
): Promise<Sending> {
  let sent = 0;
  for (const row of rows) {
    await store.renew(claim, leaseMs);
    await store.beginSend(claim, row.id);
    const outcome = await trySend(row, writer, retryMs);
    await store.endSend(claim, row.id, outcome);
    if (outcome.kind === "later") return { isHeld: true, reason: outcome.reason };
    if (outcome.kind === "sent") sent++;
  }
  return { isHeld: false, sent };
}

async function trySend(
  { op, attempts }: OutboxRow,
  writer: LaneWriter,
  retryMs: number,
): Promise<SendOutcome> {
  try {
    if (attempts > 0 && (await writer.wasSent(op))) return { kind: "sent" };
    await writer.send(op);
    return { kind: "sent" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isLater = error instanceof KeystepsError && error.remedy === "try-later";
    if (!isLater) return { kind: "refused", reason };
    const askedMs = error instanceof GitHubError ? error.retryAfterMs : undefined;
    const wait = { delayMs: askedMs ?? retryMs, isFirm: askedMs !== undefined };
    return { kind: "later", reason, ...wait };
  }
}
