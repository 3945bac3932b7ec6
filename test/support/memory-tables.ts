import type { LaneEvent } from "../../src/core/model/event.ts";
import type { Freeze, Hold, HoldScope } from "../../src/core/model/hold.ts";
import type { OutboxRow } from "../../src/core/model/outbox.ts";
import type { StoreCounts } from "../../src/flows/store-port.ts";

type Changeable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** A lane as it is stored. */
export interface LaneRow {
  readonly name: string;
  since: number;
  isAdopted: boolean;
  installationId: number;
  token: number;
  owner: string | undefined;
  leaseUntil: number;
  readSeq: number;
  wakeAt: number | undefined;
  waitUntil: number;
  waitIsFirm: boolean;
  isRetired: boolean;
}

interface EventRow {
  readonly seq: number;
  readonly event: LaneEvent;
  readonly receivedAt: number;
  state: "pending" | "done" | "quarantined";
  attempts: number;
}

interface HoldRow {
  readonly hold: Changeable<Hold>;
  isReleased: boolean;
  releasedAt?: number;
}

interface FreezeRow {
  readonly freeze: Freeze;
  isLifted: boolean;
}

interface WriteRow {
  readonly row: Changeable<OutboxRow>;
  readonly lane: string;
  readonly token: number;
  readonly createdAt: number;
  state: "unsent" | "sent" | "refused";
  endedAt?: number;
}

/** The rows behind memory stores; stores that share them are processes on one database. */
export class MemoryTables {
  readonly lanes = new Map<string, LaneRow>();
  inbox: EventRow[] = [];
  holds: HoldRow[] = [];
  readonly freezes: FreezeRow[] = [];
  outbox: WriteRow[] = [];
  #lastSeq = 0;
  #lastId = 0;

  addEvent(event: LaneEvent, now: number): void {
    this.#lastSeq += 1;
    this.inbox.push({ seq: this.#lastSeq, event, receivedAt: now, state: "pending", attempts: 0 });
  }

  listPending(lane: string): readonly EventRow[] {
    return this.inbox.filter(({ event, state }) => event.lane === lane && state === "pending");
  }

  listUnsent(lane: string): readonly WriteRow[] {
    return this.outbox.filter((write) => write.lane === lane && write.state === "unsent");
  }

  /** A number that no row has had. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  prune(now: number): number {
    const [inbox, outbox, holds] = [this.inbox, this.outbox, this.holds];
    const before = (days: number) => now - days * 24 * 3_600_000;
    this.inbox = inbox.filter(({ state, event, receivedAt }) => {
      const isOurs = event.name === "sweep" || event.name === "wake";
      const keptDays = { pending: Infinity, done: isOurs ? 1 : 14, quarantined: 90 }[state];
      return receivedAt >= before(keptDays);
    });
    this.outbox = outbox.filter(({ endedAt = Infinity }) => endedAt >= before(30));
    this.holds = holds.filter(({ releasedAt = Infinity }) => releasedAt >= before(365));
    const left = this.inbox.length + this.outbox.length + this.holds.length;
    return inbox.length + outbox.length + holds.length - left;
  }

  measure(now: number): StoreCounts {
    const lanes = [...this.lanes.values()].filter(({ isRetired }) => !isRetired);
    const pending = this.inbox.filter(({ state }) => state === "pending");
    return {
      lanes: lanes.length,
      waitingLanes: lanes.filter(({ waitUntil }) => waitUntil > now).length,
      pendingEvents: pending.length,
      lagMs: Math.max(0, ...pending.map(({ receivedAt }) => now - receivedAt)),
      quarantinedEvents: this.inbox.filter(({ state }) => state === "quarantined").length,
      unsentWrites: this.outbox.filter(({ state }) => state === "unsent").length,
      holds: this.holds.filter(({ isReleased }) => !isReleased).length,
      freezes: this.freezes.filter(({ isLifted }) => !isLifted).length,
    };
  }

  /** The unreleased hold of that id. */
  findHold(id: string): HoldRow | undefined {
    return this.holds.find(({ hold, isReleased }) => hold.id === id && !isReleased);
  }

  /** Pull requests that passed on a released hold or led to a freeze, ascending. */
  listSettledPulls(lane: string): readonly number[] {
    const passed = this.holds
      .filter(({ hold, isReleased }) => isReleased && hold.holder.repository === lane)
      .flatMap(({ hold }) => hold.passes.map(({ pullNumber }) => pullNumber));
    const frozen = this.freezes
      .filter(({ freeze }) => freeze.repository === lane)
      .map(({ freeze }) => freeze.pullNumber);
    return [...new Set([...passed, ...frozen])].toSorted((a, b) => a - b);
  }

  /** Adds a wake event to the lanes that may wait at these places. */
  wake(
    places: readonly { readonly scope: HoldScope; readonly repository: string }[],
    now: number,
  ): void {
    const names = [...this.lanes.keys()].toSorted();
    for (const lane of names) {
      const owner = `org:${lane.split("/")[0]}`;
      if (!places.some(({ scope, repository }) => repository === lane || scope === owner)) continue;
      const delivery = `wake:${this.#lastSeq + 1}`;
      const { installationId } = this.lanes.get(lane) ?? { installationId: 0 };
      this.addEvent({ delivery, lane, installationId, name: "wake" }, now);
    }
  }
}
