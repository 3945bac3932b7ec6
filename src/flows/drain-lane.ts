import { FencedError, GitHubError, KeystepsError } from "../core/errors.ts";
import type { OutboxRow } from "../core/model/outbox.ts";
import { judgeLane } from "./judge-lane.ts";
import type { LaneGitHub } from "./lane-ports.ts";
import { type Sending, sendOutbox } from "./send-outbox.ts";
import type { LaneClaim, Store } from "./store-port.ts";

/** How a pass is allowed to take its time. */
export interface DrainOptions {
  /** Length of the lease; renewed before each stage and each write. */
  readonly leaseMs: number;
  /** Wait before the next try after a failure. */
  readonly retryMs: number;
  /** Failures after which the lane's events are set aside for people to look at. */
  readonly maxAttempts: number;
}

/** How a pass ended; a reason for all but `done`. */
export type PassOutcome =
  | { readonly kind: "done"; readonly sent: number }
  /** Something cannot be read, and will not be by itself: all gates are shut. */
  | { readonly kind: "blind"; readonly reason: string; readonly sent: number }
  | { readonly kind: "later" | "fenced" | "failed"; readonly reason: string };

/** For what passes by itself: it is tried again as long as it takes. */
const noLimit = 2_147_483_647;

/**
 * One pass over a claimed lane: what was decided before is sent, then the repository is read anew,
 * judged, the decision stored under the fencing token, and sent. However many events came, they
 * lead to one pass. A success that was decided before and not sent is never sent as it is: it is
 * judged anew.
 *
 * Catches what goes wrong: the lane waits and tries again, and other lanes go on. A lane that was
 * taken over is left alone. What passes by itself (GitHub does not answer, somebody else was
 * faster) is tried again without end, anything else up to `maxAttempts` times.
 *
 * @throws if the store fails, and fails to note that: the lease then ends by itself.
 */
export async function drainLane(
  claim: LaneClaim,
  store: Store,
  open: () => Promise<LaneGitHub>,
  options: DrainOptions,
): Promise<PassOutcome> {
  try {
    const outcome = await pass(claim, store, open, options);
    await store.release(claim);
    return outcome;
  } catch (error) {
    if (error instanceof FencedError) return toFenced(error);
    return putOff(error, claim, store, options);
  }
}

async function pass(
  claim: LaneClaim,
  store: Store,
  open: () => Promise<LaneGitHub>,
  options: DrainOptions,
): Promise<PassOutcome> {
  const { reader, writer } = await open();
  const scopes = [`repo:${claim.lane}`, `org:${claim.lane.split("/")[0]}`];
  const send = async (isDue: (row: OutboxRow) => boolean): Promise<Sending> => {
    const { outbox } = await store.readState(claim, scopes);
    return sendOutbox(claim, outbox.filter(isDue), store, writer, options);
  };

  const earlier = await send((row) => !isSuccess(row));
  if (earlier.isHeld) return { kind: "later", reason: earlier.reason };

  await store.renew(claim, options.leaseMs);
  const state = await store.readState(claim, scopes);
  const { decision, blindness } = await judgeLane(claim.lane, reader, state);
  await store.renew(claim, options.leaseMs);
  const drops = state.outbox.filter(isSuccess).map(({ id }) => id);
  await store.commit(claim, { ...decision, lastSeq: state.lastSeq, drops });

  const now = await send(() => true);
  if (now.isHeld) return { kind: "later", reason: now.reason };
  const sent = earlier.sent + now.sent;
  return blindness === undefined
    ? { kind: "done", sent }
    : { kind: "blind", reason: blindness, sent };
}

function isSuccess({ op }: OutboxRow): boolean {
  return op.kind === "gate" && op.verdict === "success";
}

async function putOff(
  error: unknown,
  claim: LaneClaim,
  store: Store,
  { retryMs, maxAttempts }: DrainOptions,
): Promise<PassOutcome> {
  const reason = error instanceof Error ? error.message : String(error);
  const isPassing = error instanceof KeystepsError && error.remedy === "try-later";
  const askedMs = error instanceof GitHubError ? error.retryAfterMs : undefined;
  const wait = { reason, delayMs: askedMs ?? retryMs, isFirm: askedMs !== undefined };
  try {
    await store.postpone(claim, wait, isPassing ? noLimit : maxAttempts);
    await store.release(claim);
  } catch (second) {
    if (second instanceof FencedError) return toFenced(second);
    throw second;
  }
  return { kind: isPassing ? "later" : "failed", reason };
}

function toFenced({ message }: FencedError): PassOutcome {
  return { kind: "fenced", reason: message };
}
