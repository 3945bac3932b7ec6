import fc from "fast-check";
import type { ResourceId } from "../../src/core/model/ids.ts";
import type { OutboxOp } from "../../src/core/model/outbox.ts";
import type { LaneClaim, LaneState, SendOutcome, Store } from "../../src/flows/store-port.ts";
import { aCommit } from "../support/a-commit.ts";
import { aGrant } from "../support/a-grant.ts";
import type { OpenStoreWorld } from "../support/store-world.ts";

const scopes = ["repo:octo/a", "org:octo"];

/** One call of a store; what it is about is chosen by number among what there is. */
export type StoreStep =
  | { readonly kind: "tick"; readonly ms: number }
  | { readonly kind: "accept"; readonly lane: string; readonly delivery: number }
  | { readonly kind: "claim" | "read" | "renew" | "release"; readonly claim: number }
  | {
      readonly kind: "commit";
      readonly claim: number;
      readonly isLastSeqRead: boolean;
      readonly unit: number | undefined;
      readonly scope: string;
      readonly wakeInMs: number | undefined;
      readonly change: "none" | "revoke" | "pass" | "release" | "freeze" | "thaw";
      readonly hold: number;
      readonly writes: readonly number[];
      readonly isDropping: boolean;
    }
  | {
      readonly kind: "send";
      readonly claim: number;
      readonly row: number;
      readonly outcome: "sent" | "refused" | "later" | "crash";
    }
  | {
      readonly kind: "postpone";
      readonly claim: number;
      readonly maxAttempts: number;
      readonly isFirm: boolean;
    };

/** What histories begin with, so that there is something to call about. */
const firstSteps: readonly StoreStep[] = [
  { kind: "accept", lane: "octo/a", delivery: 100 },
  { kind: "claim", claim: 0 },
];

/** Any call, such that histories often get somewhere. */
export function aStoreStep(): fc.Arbitrary<StoreStep> {
  // mostly the newest claim; now and then an older one, which is over
  const claim = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(3));
  const lane = fc.constantFrom("octo/a", "octo/b", "hubot/a");
  const commit = fc.record({
    kind: fc.constant("commit" as const),
    claim,
    isLastSeqRead: fc.boolean(),
    unit: fc.option(fc.nat(1), { nil: undefined }),
    scope: fc.constantFrom(...scopes),
    wakeInMs: fc.option(fc.nat(3000), { nil: undefined }),
    change: fc.constantFrom("none", "revoke", "pass", "release", "freeze", "thaw"),
    hold: fc.nat(3),
    writes: fc.array(fc.nat(3), { maxLength: 3 }),
    isDropping: fc.boolean(),
  });
  const tick = fc.record({ kind: fc.constant("tick" as const), ms: fc.nat(2500) });
  const accept = fc.record({ kind: fc.constant("accept" as const), lane, delivery: fc.nat(30) });
  const plain = fc.record({
    kind: fc.constantFrom("claim", "claim", "claim", "read", "renew", "release"),
    claim,
  });
  const send = fc.record({
    kind: fc.constant("send" as const),
    claim,
    row: fc.nat(1),
    outcome: fc.constantFrom("sent", "sent", "sent", "refused", "later", "crash"),
  });
  const maxAttempts = fc.integer({ min: 1, max: 3 });
  const postpone = fc.record({
    kind: fc.constant("postpone" as const),
    claim,
    maxAttempts,
    isFirm: fc.boolean(),
  });
  return fc.oneof(
    { weight: 1, arbitrary: tick },
    { weight: 1, arbitrary: accept },
    { weight: 2, arbitrary: plain },
    { weight: 4, arbitrary: commit },
    { weight: 3, arbitrary: send },
    { weight: 1, arbitrary: postpone },
  );
}

/** What a store answers to each step, in words that do not depend on its IDs and numbers. */
export async function runStoreSteps(
  openWorld: OpenStoreWorld,
  steps: readonly StoreStep[],
): Promise<readonly unknown[]> {
  let now = 1_000_000;
  const world = await openWorld(() => now);
  const walk = new StoreWalk(await world.open(), () => now);
  const answers: unknown[] = [];
  for (const step of [...firstSteps, ...steps]) {
    if (step.kind === "tick") now += step.ms;
    else answers.push(await walk.take(step).catch((error: Error) => error.name));
  }
  await world.dispose();
  return answers;
}

class StoreWalk {
  readonly #store: Store;
  readonly #now: () => number;
  /** Newest first. */
  readonly #claims: LaneClaim[] = [];
  readonly #holdIds: string[] = [];
  readonly #rowIds: string[] = [];
  #lastSeq = 0;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async take(step: Exclude<StoreStep, { kind: "tick" }>): Promise<unknown> {
    if (step.kind === "accept") {
      const { lane, delivery } = step;
      const event = { delivery: `d-${delivery}`, lane, installationId: delivery % 3, name: "push" };
      return this.#store.accept(event);
    }
    if (step.kind === "claim") {
      const claimed = await this.#store.claim("worker", 2000);
      if (claimed) this.#claims.unshift(claimed);
      return claimed;
    }
    const claim = this.#claims[step.claim];
    return claim === undefined ? "no claim" : this.#takeUnder(claim, step);
  }

  async #takeUnder(
    claim: LaneClaim,
    step: Exclude<StoreStep, { kind: "tick" | "accept" }>,
  ): Promise<unknown> {
    switch (step.kind) {
      case "renew":
        return this.#store.renew(claim, 2000);
      case "release":
        return this.#store.release(claim);
      case "postpone":
        return this.#store.postpone(
          claim,
          { reason: "failed", delayMs: 6500, isFirm: step.isFirm },
          step.maxAttempts,
        );
      case "commit":
        await this.#commit(claim, step);
        return this.#read(claim);
      case "send":
        await this.#send(claim, step);
        return this.#read(claim);
      default:
        return this.#read(claim);
    }
  }

  async #commit(claim: LaneClaim, step: Extract<StoreStep, { kind: "commit" }>): Promise<void> {
    const { unit, scope, change, writes, wakeInMs } = step;
    const holdId = this.#holdIds[step.hold] ?? "no such hold";
    const freeze = {
      scope,
      resource: "database_migrations" as ResourceId,
      repository: claim.lane,
      pullNumber: step.hold,
      reason: "merged",
    };
    const holder = { ...aGrant().holder, repository: claim.lane };
    await this.#store.commit(
      claim,
      aCommit({
        lastSeq: step.isLastSeqRead ? this.#lastSeq : 0,
        grants: unit === undefined ? [] : [aGrant({ scope, unit, holder, grantedAt: this.#now() })],
        revoking: change === "revoke" ? [holdId] : [],
        passes:
          change === "pass" ? [{ holdId, pass: { pullNumber: unit ?? 7, headSha: "sha" } }] : [],
        releases: change === "release" ? [{ holdId, reason: "merged" }] : [],
        freezes: change === "freeze" ? [freeze] : [],
        thaws: change === "thaw" ? [freeze] : [],
        outbox: writes.map((n) => ({ opKey: `op-${n}`, op: this.#buildOp(n) })),
        drops: step.isDropping ? this.#rowIds.slice(0, 1) : [],
        wakeAt: wakeInMs === undefined ? undefined : this.#now() + wakeInMs,
      }),
    );
  }

  /** Every other write is a gate that takes the first holds back. */
  #buildOp(n: number): OutboxOp {
    if (n % 2 === 1) return { kind: "add-label", issueNumber: n, label: "x" };
    const shared = { headSha: "sha", title: "t", summary: "s", externalId: `e-${n}` };
    return {
      kind: "gate",
      verdict: "queued",
      ...shared,
      revokes: this.#holdIds.slice(0, n / 2 + 1),
    };
  }

  async #send(claim: LaneClaim, step: Extract<StoreStep, { kind: "send" }>): Promise<void> {
    const rowId = this.#rowIds[step.row] ?? "0";
    await this.#store.beginSend(claim, rowId);
    const outcomes: Readonly<Record<string, SendOutcome>> = {
      sent: { kind: "sent" },
      refused: { kind: "refused", reason: "422" },
      later: { kind: "later", reason: "429", delayMs: 1000, isFirm: true },
    };
    const outcome = outcomes[step.outcome];
    if (outcome) await this.#store.endSend(claim, rowId, outcome);
  }

  async #read(claim: LaneClaim): Promise<unknown> {
    const state: LaneState = await this.#store.readState(claim, scopes);
    this.#lastSeq = state.lastSeq;
    this.#rowIds.splice(0, Number.POSITIVE_INFINITY, ...state.outbox.map(({ id }) => id));
    for (const { id } of state.holds) if (!this.#holdIds.includes(id)) this.#holdIds.push(id);
    const name = (id: string) => `hold ${this.#holdIds.indexOf(id)}`;
    return {
      ...state,
      lastSeq: state.lastSeq > 0,
      events: state.events.map((event) => ({
        ...event,
        delivery: event.delivery.replace(/^wake:.*/, "wake"),
      })),
      holds: state.holds.map((hold) => ({ ...hold, id: name(hold.id) })),
      outbox: state.outbox.map(({ op, opKey, attempts }) => ({
        op: op.kind === "gate" ? { ...op, revokes: op.revokes.map(name) } : op,
        opKey,
        attempts,
      })),
    };
  }
}
