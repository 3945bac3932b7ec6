import type { LaneCommit, LaneState, Store } from "../../src/flows/store-port.ts";
import type { Script } from "./scripted-github.ts";

/** Who listens to what a process stores. */
export interface StoreNotes {
  /** Gives the decision that is stored instead; the same, unless a fault is rehearsed. */
  readonly replace: (commit: LaneCommit, state: LaneState) => Promise<LaneCommit>;
  /** A decision was stored, made on that state. */
  readonly note: (commit: LaneCommit, state: LaneState) => void;
  /** Something that is to happen at the n-th call under a claim. */
  script: Script | undefined;
}

/** A store that tells of its commits, and follows a script. */
export function notingStore(store: Store, notes: StoreNotes): Store {
  let state: LaneState | undefined;
  let calls = 0;

  async function call<Answer>(make: () => Promise<Answer>): Promise<Answer> {
    calls += 1;
    if (calls === notes.script?.at) await notes.script.before?.();
    return make();
  }

  return {
    accept: (event) => store.accept(event),
    claim: (owner, leaseMs) => store.claim(owner, leaseMs),
    renew: (claim, leaseMs) => call(() => store.renew(claim, leaseMs)),
    readState: (claim, scopes) =>
      call(async () => {
        state = await store.readState(claim, scopes);
        return state;
      }),
    commit: (claim, commit) =>
      call(async () => {
        const before = state;
        if (before === undefined) throw new Error("a decision on nothing that was read");
        const stored = await notes.replace(commit, before);
        await store.commit(claim, stored);
        notes.note(stored, before);
      }),
    beginSend: (claim, rowId) => call(() => store.beginSend(claim, rowId)),
    endSend: (claim, rowId, outcome) => call(() => store.endSend(claim, rowId, outcome)),
    postpone: (claim, wait, maxAttempts) => call(() => store.postpone(claim, wait, maxAttempts)),
    release: (claim) => call(() => store.release(claim)),
    listLanes: () => store.listLanes(),
    retire: (lanes) => store.retire(lanes),
    prune: () => store.prune(),
    measure: () => store.measure(),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}
