import type { Decision } from "../../src/core/model/decision.ts";
import type { ObservedLane } from "../../src/core/model/observed-lane.ts";
import { acceptEvent } from "../../src/flows/accept-event.ts";
import { drainLane } from "../../src/flows/drain-lane.ts";
import { observeLane } from "../../src/flows/observe-lane.ts";
import type { LaneCommit, LaneState, Store } from "../../src/flows/store-port.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { type CrashingStore, crashingStore } from "../support/crashing-store.ts";
import { FakeForge } from "../support/fake-forge.ts";
import type { OpenStoreWorld, StoreWorld } from "../support/store-world.ts";
import { Ledger } from "./ledger.ts";
import { notingStore, type StoreNotes } from "./noting-store.ts";
import { type People, settlePeople } from "./people.ts";
import { gitHubFails, type ScriptedGitHub, scriptGitHub } from "./scripted-github.ts";
import type { Doing, Step, Trouble } from "./step.ts";

/** How a pass ended: there was no work, it came to its end, or its process died. */
export type PassEnd = "idle" | "over" | "died";

/** Decides in place of the real thing: a fault that the watch must find. */
export type BrokenDecide = (observed: ObservedLane, state: LaneState) => Decision;

const lane = "octo/shop";
const listInstalled = async () => [{ lane, installationId: 1 }];
const leaseMs = 60_000;
const options = { leaseMs, retryMs: 1000, maxAttempts: 3 };

interface Process {
  readonly store: CrashingStore;
  readonly notes: StoreNotes;
  readonly github: ScriptedGitHub;
}

/** A repository with people, a database, and processes that come and go; watched all the time. */
export class History {
  #now = Date.UTC(2026, 0, 5);
  #deliveries = 0;
  readonly forge = new FakeForge(() => this.#now);
  readonly people: People = settlePeople(this.forge);
  readonly ledger = new Ledger();
  /** How many troubles have come true. */
  troubles = 0;
  /** The decision that was stored last. */
  last: LaneCommit | undefined;
  #world: StoreWorld;
  #store: Store;
  readonly #openWorld: () => Promise<StoreWorld>;
  readonly #broken: BrokenDecide | undefined;

  private constructor(
    store: Store,
    world: StoreWorld,
    openWorld: () => Promise<StoreWorld>,
    broken: BrokenDecide | undefined,
    clock: { now: () => number },
  ) {
    this.#store = store;
    this.#world = world;
    this.#openWorld = openWorld;
    this.#broken = broken;
    clock.now = () => this.#now;
  }

  static async begin(openWorld: OpenStoreWorld, broken?: BrokenDecide): Promise<History> {
    const clock = { now: () => 0 };
    const openNew = () => openWorld(() => clock.now());
    const world = await openNew();
    const history = new History(await world.open(), world, openNew, broken, clock);
    await history.hear("once");
    return history;
  }

  end(): Promise<void> {
    return this.#world.dispose();
  }

  /** The store is lost, after all that was decided was sent; a fresh one hears of the lane by a sweep. */
  async #wipe(): Promise<void> {
    await this.settle();
    const isOnRecord = this.forge.world.comments.size > 0; // not if nothing could ever be read
    if (!isOnRecord) for (const number of this.forge.bypassed) this.ledger.accounted.add(number);
    await this.#world.dispose();
    this.#world = await this.#openWorld();
    this.#store = await this.#world.open();
    await sweep(this.#store, listInstalled, ++this.#now, 1);
  }

  async take(step: Step): Promise<void> {
    this.#now += 1000;
    switch (step.kind) {
      case "pass":
        this.#now += leaseMs;
        await this.pass(step.trouble);
        break;
      case "sweep":
        await sweep(this.#store, listInstalled, this.#now, 1);
        break;
      case "wipe":
        await this.#wipe();
        break;
      case "lag":
        this.forge.lag = step.changes;
        break;
      default:
        await this.#act(step);
    }
    this.ledger.judge(this.forge);
  }

  /** One process claims the lane, if it has work, and drains it. */
  async pass(trouble?: Trouble): Promise<PassEnd> {
    const process = this.#startProcess();
    if (trouble) this.#prepare(process, trouble);
    try {
      const claim = await process.store.claim("process", leaseMs);
      if (!claim) return "idle";
      await drainLane(claim, process.store, async () => process.github, options);
    } catch (error) {
      if (!trouble?.kind.startsWith("dies")) throw error;
      if (trouble.place === "store") this.troubles += 1;
      return "died";
    }
    return "over";
  }

  /** Everything is delivered and nobody does anything any more; passes until none has work. */
  async settle(): Promise<void> {
    this.forge.lag = 0;
    this.forge.closeMerged();
    await sweep(this.#store, listInstalled, ++this.#now, 1);
    for (let turn = 0; turn < 40; turn++) {
      this.#now += leaseMs;
      if ((await this.pass()) === "idle") return;
      this.ledger.judge(this.forge);
    }
    this.ledger.faults.push(`passes never end; the last: ${JSON.stringify(this.last)}`);
  }

  /** A webhook comes in, or does not, or twice. */
  async hear(webhook: Doing["webhook"]): Promise<void> {
    this.#deliveries += 1;
    const delivery = `delivery-${this.#deliveries}`;
    const event = { delivery, lane, installationId: 1, name: "something" };
    const times = { once: 1, lost: 0, twice: 2 }[webhook];
    for (let turn = 0; turn < times; turn++) await acceptEvent(event, this.#store);
  }

  async #act(doing: Doing): Promise<void> {
    this.people.act(doing);
    await this.hear(doing.webhook);
  }

  #startProcess(): Process {
    const github = scriptGitHub(this.forge);
    const notes: StoreNotes = {
      script: undefined,
      replace: async (commit, state) => {
        if (!this.#broken) return commit;
        const eyes = scriptGitHub(this.forge);
        const observed = await observeLane(lane, eyes.reader, state).catch(() => undefined);
        if (!observed) return commit; // it was made blind
        Object.assign(github.told, eyes.told);
        return { ...this.#broken(observed, state), lastSeq: commit.lastSeq, drops: commit.drops };
      },
      note: (commit, state) => {
        this.last = commit;
        this.ledger.note(commit, state.holds, { ...github.told });
      },
    };
    return { store: crashingStore(notingStore(this.#store, notes)), notes, github };
  }

  #prepare({ store, notes, github }: Process, { at, kind, place, meanwhile }: Trouble): void {
    const die = async () => {
      this.troubles += 1;
      store.failAfter(1, "before");
      throw new Error("the process died");
    };
    const fail = (status: 502 | 422) => async () => {
      this.troubles += 1;
      throw gitHubFails(status);
    };
    const doAll = async () => {
      for (const doing of meanwhile) await this.#act(doing);
    };
    const takeOver = async () => {
      await doAll();
      this.#now += leaseMs + 1;
      await this.pass();
    };
    const isInStore = place === "store";
    switch (kind) {
      case "dies before it":
        if (isInStore) store.failAfter(at, "before");
        else github.script = { at, before: die };
        break;
      case "dies after it":
        if (isInStore) store.failAfter(at, "after");
        else github.script = { at, after: die };
        break;
      case "502 before it":
        github.script = { at, before: fail(502) };
        break;
      case "502 after it":
        github.script = { at, after: fail(502) };
        break;
      case "422":
        github.script = { at, before: fail(422) };
        break;
      case "people":
        (isInStore ? notes : github).script = { at, before: doAll };
        break;
      case "taken over":
        notes.script = { at, before: takeOver };
    }
  }
}
