import { describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import {
  startWorker,
  type Worker,
  type WorkerOptions,
} from "../../../src/entry/app/start-worker.ts";
import type { LaneGitHub } from "../../../src/flows/lane-ports.ts";
import { aLaneEvent } from "../../support/a-lane-event.ts";
import { manualClock } from "../../support/manual-clock.ts";
import { MemoryStore } from "../../support/memory-store.ts";
import { until } from "../../support/until.ts";

const sweepIntervalMs = 300_000;

describe("startWorker", () => {
  it("works on what waits, lane after lane, then rests", async () => {
    const { store, opened, worker } = await start({ events: ["octo/a", "octo/b"] });

    await until("both lanes were looked at", () => opened.length === 2);

    expect(opened).toEqual(["octo/a", "octo/b"]);
    await worker.stop();
    expect(await store.claim("other", 1_000)).toBeUndefined();
  });

  it("is woken by what is accepted", async () => {
    const { store, opened, worker } = await start({});
    await until("it rests", () => store.claims > 0);
    await store.accept(aLaneEvent({ lane: "octo/a" }));

    worker.wake();

    await until("the lane was looked at", () => opened.length === 1);
    await worker.stop();
  });

  it("looks by itself for what other processes stored, and for due timers", async () => {
    const { store, opened, worker, clock } = await start({});
    await until("it rests", () => store.claims > 0);
    await store.accept(aLaneEvent({ lane: "octo/a" }));

    clock.advance(1_000);

    await until("the lane was looked at", () => opened.length === 1);
    await worker.stop();
  });

  it("sweeps at once and then in its interval", async () => {
    const { opened, worker, clock } = await start({ known: ["octo/a"] });
    await until("the first sweep", () => opened.length === 1);

    for (let at = 0; at < sweepIntervalMs; at += 1_000) {
      clock.advance(1_000);
      await settle();
    }

    await until("the second sweep", () => opened.length === 2);
    await worker.stop();
  });

  it("goes on after the store failed", async () => {
    const { store, opened, worker, clock, logged } = await start({
      failures: 2,
      events: ["octo/a"],
    });
    await until("it failed", () => logged().includes("the database is down"));
    expect(opened).toEqual([]);

    while (opened.length === 0) {
      clock.advance(1_000);
      await settle();
    }

    expect(store.claims).toBeGreaterThan(2);
    await worker.stop();
  });

  it("does not hurry where a pass fails, and says why", async () => {
    const { store, opened, worker, clock, logged } = await start({
      events: ["octo/a"],
      open: () => Promise.reject(new Error("the installation is gone")),
    });
    await until("it was tried", () => logged().includes("the installation is gone"));

    for (let turn = 0; turn < 50; turn++) await settle();
    expect(opened).toHaveLength(1);
    expect(store.claims).toBeLessThan(5);

    for (let at = 0; at < 60_000; at += 1_000) {
      clock.advance(1_000);
      await settle();
    }
    await until("it was tried again", () => opened.length === 2);
    await worker.stop();
  });

  it("works on several lanes at once, and on no more than it may", async () => {
    const finish: (() => void)[] = [];
    const { opened, worker } = await start({
      events: ["octo/a", "octo/b", "octo/c"],
      lanesAtOnce: 2,
      open: () =>
        new Promise((resolve) => {
          finish.push(() => resolve(emptyRepository));
        }),
    });
    await until("two lanes are worked on", () => opened.length === 2);
    for (let turn = 0; turn < 20; turn++) await settle();
    expect(opened).toEqual(["octo/a", "octo/b"]);

    finish[1]?.();

    await until("the third is taken up", () => opened.length === 3);
    for (const one of finish) one();
    await worker.stop();
  });

  it("finds repositories that it never heard of, as after a lost store", async () => {
    const { opened, worker } = await start({ installed: ["octo/a"] });

    await until("the lane was looked at", () => opened.length === 1);
    await worker.stop();
  });

  it("leaves repositories alone that it was taken out of, and asks as soon as it hears of it", async () => {
    const installed = ["octo/a"];
    const { store, opened, worker } = await start({ installed });
    await until("the first sweep", () => opened.length === 1);
    installed.pop();

    worker.sweepSoon();

    await until("the lane is retired", async () => (await store.listLanes()).length === 0);
    await worker.stop();
  });

  it("finishes the pass under way before it stops, and starts no other", async () => {
    let finish = () => {};
    const { store, opened, worker } = await start({
      events: ["octo/a", "octo/b"],
      lanesAtOnce: 1,
      open: () =>
        new Promise((resolve) => {
          finish = () => resolve(emptyRepository);
        }),
    });
    await until("a pass is under way", () => opened.length === 1);
    let isStopped = false;
    const stopped = worker.stop().then(() => {
      isStopped = true;
    });

    for (let turn = 0; turn < 20; turn++) await settle();
    expect(isStopped).toBe(false);
    finish();
    await stopped;

    expect(opened).toEqual(["octo/a"]);
    expect((await store.claim("other", 1_000))?.lane).toBe("octo/b");
    await store.accept(aLaneEvent({ lane: "octo/a" }));
    expect((await store.claim("other", 1_000))?.lane).toBe("octo/a");
  });
});

interface Scene {
  /** Lanes that an event waits in. */
  readonly events?: readonly string[];
  /** Lanes that are known, with nothing to do. */
  readonly known?: readonly string[];
  /** Lanes that the App is installed in; those above if left out. */
  readonly installed?: readonly string[];
  readonly lanesAtOnce?: number;
  /** How many claims fail. */
  readonly failures?: number;
  readonly open?: WorkerOptions["openLane"];
}

async function start({
  events = [],
  known = [],
  installed = [...events, ...known],
  failures = 0,
  lanesAtOnce = 4,
  open,
}: Scene) {
  const clock = manualClock();
  const store = new CountingStore(clock.now, failures);
  for (const lane of known) await store.know(lane);
  for (const lane of events) await store.accept(aLaneEvent({ lane }));
  const opened: string[] = [];
  const lines: string[] = [];
  const worker: Worker = startWorker({
    store,
    openLane: async (lane, installationId) => {
      opened.push(lane);
      return open ? open(lane, installationId) : emptyRepository;
    },
    listInstalled: async () => installed.map((lane) => ({ lane, installationId: 7 })),
    lanesAtOnce,
    owner: "worker",
    clock,
    pollMs: 1_000,
    leaseMs: 120_000,
    retryMs: 60_000,
    maxAttempts: 5,
    sweepIntervalMs,
    notePass: () => {},
    log: pino({}, { write: (line: string) => void lines.push(line) }),
  });
  return { store, opened, worker, clock, logged: () => lines.join("") };
}

class CountingStore extends MemoryStore {
  claims = 0;
  #failures: number;

  constructor(clock: () => number, failures: number) {
    super(clock);
    this.#failures = failures;
  }

  async know(lane: string): Promise<void> {
    await this.accept(aLaneEvent({ lane }));
    this.tables.inbox.pop();
  }

  override async claim(owner: string, leaseMs: number) {
    this.claims += 1;
    if (this.#failures-- > 0) throw new Error("the database is down");
    return super.claim(owner, leaseMs);
  }
}

const emptyRepository: LaneGitHub = {
  reader: {
    readDefaultBranch: async () => "main",
    readPlanFiles: async () => ({ head: undefined, files: new Map() }),
    readFile: async () => undefined,
    readIssues: async () => new Map(),
    listOpenPulls: async () => [],
    readPulls: async () => [],
    listMergedPulls: async () => [],
    readGates: async () => new Map(),
    readLiveComment: async () => undefined,
  },
  writer: { send: async () => undefined, wasSent: async () => false },
};

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
