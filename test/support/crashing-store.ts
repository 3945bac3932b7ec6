import type { Store } from "../../src/flows/store-port.ts";

/**
 * A process that dies at a chosen call of its store: from then on nothing it calls takes effect,
 * not even what it does to clean up, until `recover` starts it anew.
 */
export interface CrashingStore extends Store {
  /** Dies at the n-th writing call from now (from 1), before or after it took effect. */
  failAfter(calls: number, when: "before" | "after"): void;
  /** Lives again. */
  recover(): void;
  /** Writing calls since the start or the last `failAfter`. */
  readonly calls: number;
}

/** Gives a store, in memory or in SQL, a process around it that can die. */
export function crashingStore(store: Store): CrashingStore {
  let calls = 0;
  let dies: { readonly at: number; readonly when: "before" | "after" } | undefined;
  let isDead = false;

  async function write<T>(call: () => Promise<T>): Promise<T> {
    refuseTheDead();
    calls += 1;
    const isLast = calls === dies?.at;
    if (isLast && dies?.when === "before") die();
    const result = await call();
    if (isLast) die();
    return result;
  }

  async function read<T>(call: () => Promise<T>): Promise<T> {
    refuseTheDead();
    return call();
  }

  function die(): never {
    isDead = true;
    throw new Error(`the process died at writing call ${calls}`);
  }

  function refuseTheDead(): void {
    if (isDead) throw new Error("the process is dead");
  }

  return {
    accept: (event) => write(() => store.accept(event)),
    claim: (owner, leaseMs) => write(() => store.claim(owner, leaseMs)),
    commit: (claim, commit) => write(() => store.commit(claim, commit)),
    beginSend: (claim, rowId) => write(() => store.beginSend(claim, rowId)),
    endSend: (claim, rowId, outcome) => write(() => store.endSend(claim, rowId, outcome)),
    postpone: (claim, wait, maxAttempts) => write(() => store.postpone(claim, wait, maxAttempts)),
    release: (claim) => write(() => store.release(claim)),
    renew: (claim, leaseMs) => read(() => store.renew(claim, leaseMs)),
    readState: (claim, scopes) => read(() => store.readState(claim, scopes)),
    listLanes: () => read(() => store.listLanes()),
    retire: (lanes) => write(() => store.retire(lanes)),
    prune: () => write(() => store.prune()),
    measure: () => read(() => store.measure()),
    ping: () => read(() => store.ping()),
    close: () => store.close(),
    failAfter(at, when) {
      calls = 0;
      dies = { at, when };
    },
    recover() {
      isDead = false;
      dies = undefined;
    },
    get calls() {
      return calls;
    },
  };
}
