import { afterEach, beforeEach } from "@jest/globals";
import type { LaneClaim, LaneCommit, LaneState, Store } from "../../src/flows/store-port.ts";
import { aCommit } from "../support/a-commit.ts";
import type { OpenStoreWorld, StoreWorld } from "../support/store-world.ts";

/** Two processes on one fresh database, and its clock. */
export interface StoreBench {
  readonly store: Store;
  /** The store as another process has it. */
  readonly other: Store;
  /** A third, made when it is needed. */
  reopen(): Promise<Store>;
  /** Database time, epoch milliseconds. */
  readonly now: number;
  tick(ms: number): void;
  /** Claims the lane that is next; fails if there is none. Leases last a minute. */
  claim(store?: Store): Promise<LaneClaim>;
  /** Stores a decision on all that is pending, and gives the lane back. */
  pass(commit?: Partial<LaneCommit>): Promise<void>;
  /** What is stored of the lane that is next; gives the lane back. */
  peek(scopes?: readonly string[]): Promise<LaneState>;
}

/** Sets up a bench for each test of the block it is called in. */
export function useStoreBench(openWorld: OpenStoreWorld): StoreBench {
  let now = 0;
  let world: StoreWorld;
  let store: Store;
  let other: Store;

  beforeEach(async () => {
    now = 1_000_000;
    world = await openWorld(() => now);
    store = await world.open();
    other = await world.open();
  });

  afterEach(() => world.dispose());

  async function claim(by = store): Promise<LaneClaim> {
    const claimed = await by.claim("worker", 60_000);
    if (claimed === undefined) throw new Error("no lane has work");
    return claimed;
  }

  return {
    get store() {
      return store;
    },
    get other() {
      return other;
    },
    get now() {
      return now;
    },
    reopen: () => world.open(),
    tick(ms) {
      now += ms;
    },
    claim,
    async pass(commit = {}) {
      const claimed = await claim();
      const { lastSeq } = await store.readState(claimed, []);
      await store.commit(claimed, aCommit({ lastSeq, ...commit }));
      await store.release(claimed);
    },
    async peek(scopes = []) {
      const claimed = await claim();
      const state = await store.readState(claimed, scopes);
      await store.release(claimed);
      return state;
    },
  };
}
