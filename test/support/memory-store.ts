import { FencedError, InvariantError } from "../../src/core/errors.ts";
import type { LaneEvent } from "../../src/core/model/event.ts";
import type { Freeze, HoldScope } from "../../src/core/model/hold.ts";
import type {
  LaneClaim,
  LaneCommit,
  LaneState,
  LaneWait,
  SendOutcome,
  Store,
  StoreCounts,
} from "../../src/flows/store-port.ts";
import { commitInMemory } from "./commit-in-memory.ts";
import { type LaneRow, MemoryTables } from "./memory-tables.ts";

/**
 * The durable core in memory, held to the SQL one by the suite in `test/contract`. Several stores
 * may share their tables, as processes share a database.
 */
export class MemoryStore implements Store {
  readonly tables: MemoryTables;
  readonly #clock: () => number;

  /** @param clock What `keysteps_now()` is to the SQL store; epoch milliseconds. */
  constructor(clock: () => number, tables = new MemoryTables()) {
    this.#clock = clock;
    this.tables = tables;
  }

  async accept(event: LaneEvent): Promise<boolean> {
    const { lane: name, installationId } = event;
    const { inbox, lanes } = this.tables;
    if (inbox.some((row) => row.event.delivery === event.delivery)) return false;
    const lane = lanes.get(name) ?? { ...newLane, name, installationId, since: this.#clock() };
    lanes.set(name, lane);
    lane.installationId = installationId;
    lane.isRetired = false;
    if (!lane.waitIsFirm) lane.waitUntil = Math.min(lane.waitUntil, this.#clock() + 5000);
    this.tables.addEvent({ ...event }, this.#clock());
    return true;
  }

  async claim(owner: string, leaseMs: number): Promise<LaneClaim | undefined> {
    const name = this.#findLongestWaiting();
    const lane = name === undefined ? undefined : this.tables.lanes.get(name);
    if (lane === undefined) return undefined;
    lane.token += 1;
    lane.owner = owner;
    lane.leaseUntil = this.#clock() + leaseMs;
    lane.readSeq = this.tables.listPending(lane.name).at(-1)?.seq ?? 0;
    return { lane: lane.name, installationId: lane.installationId, token: lane.token };
  }

  async renew(claim: LaneClaim, leaseMs: number): Promise<void> {
    this.#fence(claim).leaseUntil = this.#clock() + leaseMs;
  }

  async readState(claim: LaneClaim, scopes: readonly HoldScope[]): Promise<LaneState> {
    const lane = this.#fence(claim);
    const pending = this.tables.listPending(lane.name);
    lane.readSeq = pending.at(-1)?.seq ?? 0;
    const isInSight = (scope: HoldScope, repository: string) =>
      repository === lane.name || scopes.includes(scope);
    return structuredClone({
      isNew: !lane.isAdopted,
      now: this.#clock(),
      since: lane.since,
      lastSeq: lane.readSeq,
      events: pending.map(({ event }) => event),
      holds: this.tables.holds
        .filter((row) => !row.isReleased && isInSight(row.hold.scope, row.hold.holder.repository))
        .map(({ hold }) => hold)
        .toSorted((a, b) => a.grantedAt - b.grantedAt || compareUnits(a, b)),
      freezes: this.tables.freezes
        .filter((row) => !row.isLifted && isInSight(row.freeze.scope, row.freeze.repository))
        .map(({ freeze }) => freeze)
        .toSorted((a, b) => a.since - b.since || compareFreezes(a, b)),
      settledPulls: this.tables.listSettledPulls(lane.name),
      outbox: this.tables.listUnsent(lane.name).map(({ row }) => row),
    });
  }

  async commit(claim: LaneClaim, commit: LaneCommit): Promise<void> {
    this.#fence(claim);
    commitInMemory(this.tables, claim, structuredClone(commit), this.#clock());
  }

  async beginSend(claim: LaneClaim, rowId: string): Promise<void> {
    this.#fence(claim);
    this.#findWrite(claim, rowId).row.attempts += 1;
  }

  async endSend(claim: LaneClaim, rowId: string, outcome: SendOutcome): Promise<void> {
    const lane = this.#fence(claim);
    if (outcome.kind === "later") {
      this.#putOff(lane, outcome);
      return;
    }
    const write = this.#findWrite(claim, rowId);
    write.state = outcome.kind;
    write.endedAt = this.#clock();
    const { op } = write.row;
    if (outcome.kind === "sent" && op.kind === "gate" && op.revokes.length > 0) {
      for (const holdId of op.revokes) this.#finishRevoke(holdId, write);
      this.tables.wake([{ scope: "", repository: lane.name }], this.#clock());
    }
  }

  async postpone(claim: LaneClaim, wait: LaneWait, maxAttempts: number): Promise<void> {
    const lane = this.#fence(claim);
    for (const row of this.tables.listPending(lane.name)) {
      if (row.seq > lane.readSeq) continue;
      row.attempts += 1;
      if (row.attempts >= maxAttempts) row.state = "quarantined";
    }
    this.#putOff(lane, wait);
  }

  async release(claim: LaneClaim): Promise<void> {
    const lane = this.#fence(claim);
    lane.owner = undefined;
    lane.leaseUntil = 0;
  }

  async listLanes() {
    const lanes = [...this.tables.lanes.values()].toSorted((a, b) => compareText(a.name, b.name));
    return lanes
      .filter(({ isRetired }) => !isRetired)
      .map(({ name, installationId }) => ({ lane: name, installationId }));
  }

  async retire(names: readonly string[]): Promise<void> {
    for (const lane of this.tables.lanes.values()) lane.isRetired ||= names.includes(lane.name);
  }

  async prune(): Promise<number> {
    return this.tables.prune(this.#clock());
  }

  async measure(): Promise<StoreCounts> {
    return this.tables.measure(this.#clock());
  }

  async ping(): Promise<void> {}

  async close(): Promise<void> {}

  #findLongestWaiting(): string | undefined {
    const now = this.#clock();
    const waiting = [...this.tables.lanes.values()]
      .filter((lane) => !lane.isRetired && lane.leaseUntil <= now && lane.waitUntil <= now)
      .map(({ name, wakeAt = Infinity }) => {
        const [first] = this.tables.listPending(name);
        const since = Math.min(
          first?.receivedAt ?? Infinity,
          this.tables.listUnsent(name)[0]?.createdAt ?? Infinity,
          wakeAt <= now ? wakeAt : Infinity,
        );
        return { name, since, seq: first?.seq ?? Number.MAX_SAFE_INTEGER };
      })
      .filter(({ since }) => since < Infinity)
      .toSorted((a, b) => a.since - b.since || a.seq - b.seq || compareText(a.name, b.name));
    return waiting[0]?.name;
  }

  #fence({ lane: name, token }: LaneClaim) {
    const lane = this.tables.lanes.get(name);
    if (lane?.token === token && lane.owner !== undefined) return lane;
    throw new FencedError(`Cannot go on with lane "${name}": claim ${token} is over`);
  }

  #putOff(lane: LaneRow, { delayMs, isFirm }: LaneWait): void {
    lane.waitUntil = this.#clock() + delayMs;
    lane.waitIsFirm = isFirm;
  }

  #findWrite({ lane }: LaneClaim, rowId: string) {
    const write = this.tables.listUnsent(lane).find(({ row }) => row.id === rowId);
    if (write !== undefined) return write;
    throw new InvariantError(`Cannot send write ${rowId} of "${lane}": it waits no longer`);
  }

  /** As the SQL store: only with the last of the gates that take it back, and none refused. */
  #finishRevoke(holdId: string, { lane, token }: { lane: string; token: number }): void {
    const hold = this.tables.findHold(holdId)?.hold;
    const isOpen = this.tables.outbox.some(
      (write) =>
        write.lane === lane &&
        write.row.op.kind === "gate" &&
        write.row.op.revokes.includes(holdId) &&
        (write.state === "unsent" || (write.state === "refused" && write.token === token)),
    );
    if (hold?.state === "revoking" && !isOpen) hold.state = "revoked";
  }
}

const newLane = {
  token: 0,
  owner: undefined as string | undefined,
  leaseUntil: 0,
  readSeq: 0,
  wakeAt: undefined as number | undefined,
  waitUntil: 0,
  waitIsFirm: false,
  isRetired: false,
  isAdopted: false,
};

type Unit = { readonly scope: string; readonly resource: string; readonly unit: number };

function compareUnits(a: Unit, b: Unit): number {
  return compareText(a.scope, b.scope) || compareText(a.resource, b.resource) || a.unit - b.unit;
}

function compareFreezes(a: Freeze, b: Freeze): number {
  return (
    compareText(a.scope, b.scope) ||
    compareText(a.resource, b.resource) ||
    compareText(a.repository, b.repository) ||
    a.pullNumber - b.pullNumber
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
