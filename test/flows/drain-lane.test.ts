import { describe, expect, it } from "@jest/globals";
import { ConflictError, FencedError, GitHubError } from "../../src/core/errors.ts";
import { drainLane } from "../../src/flows/drain-lane.ts";
import type { LaneGitHub } from "../../src/flows/lane-ports.ts";
import type { Store } from "../../src/flows/store-port.ts";
import { DrivenLane, drainOptions } from "../support/driven-lane.ts";
import { MemoryStore } from "../support/memory-store.ts";

/** The lane's store, but for some methods. */
function withStore(lane: DrivenLane, methods: (store: Store) => Partial<Store>): Store {
  const store = new MemoryStore(() => lane.now, lane.store.tables);
  return Object.assign(store, methods(lane.store));
}

/** The lane's GitHub, whose reads of pull requests fail. */
function failing(lane: DrivenLane, error: unknown): LaneGitHub {
  const listOpenPulls = () => Promise.reject(error);
  return { ...lane.forge, reader: { ...lane.forge.reader, listOpenPulls } };
}

const gone502 = new GitHubError("try-later", 502, "GitHub answered 502");
const denied = new GitHubError("fix-access", 403, "GitHub answered 403");

describe("drainLane", () => {
  it("labels, comments, and gives the lane back", async () => {
    const lane = new DrivenLane();

    const outcome = await lane.pass();

    expect(outcome).toEqual({ kind: "done", sent: lane.forge.writes.length });
    expect(lane.forge.issue(2).labels).toEqual(["state:available"]);
    expect(lane.forge.issue(10).labels).toEqual(["state:waiting"]);
    expect(lane.forge.issue(5).labels).toEqual(["state:blocked"]);
    expect(await lane.store.claim("other", 1)).toBeUndefined();
    expect((await lane.claim()).token).toBe(2);
  });

  it("writes nothing on a second look", async () => {
    const lane = new DrivenLane();
    await lane.pass();
    const writes = lane.forge.writes.length;

    expect(await lane.pass()).toEqual({ kind: "done", sent: 0 });
    expect(lane.forge.writes).toHaveLength(writes);
  });

  it("makes one pass of many events", async () => {
    const lane = new DrivenLane();
    await lane.claim().then((claim) => lane.store.release(claim));

    await lane.pass();

    expect(await lane.store.claim("other", 1)).toBeUndefined();
  });

  it("stops without a trace if the lane was taken over", async () => {
    const lane = new DrivenLane();
    const claim = await lane.claim();
    lane.now += drainOptions.leaseMs;
    const newer = await lane.claim();

    const outcome = await drainLane(claim, lane.store, async () => lane.forge, drainOptions);

    expect(outcome.kind).toBe("fenced");
    expect(lane.forge.writes).toEqual([]);
    await expect(lane.store.renew(newer, 1)).resolves.toBeUndefined();
  });

  it.each(["commit", "beginSend", "endSend", "release"] as const)(
    "stops if it is fenced at %s, leaving the lane to the other",
    async (method) => {
      const lane = new DrivenLane();
      const fenced = () => Promise.reject(new FencedError("taken over"));
      const postponed: unknown[] = [];
      const store = withStore(lane, () => ({
        [method]: fenced,
        postpone: async (...args: unknown[]) => void postponed.push(args),
      }));

      expect(await lane.pass(store)).toEqual({ kind: "fenced", reason: "taken over" });
      expect(postponed).toEqual([]);
    },
  );

  it("tries again after somebody else was faster, however often", async () => {
    const lane = new DrivenLane();
    const conflict = () => Promise.reject(new ConflictError("somebody else has the unit"));
    const store = withStore(lane, () => ({ commit: conflict }));

    for (let turn = 0; turn < drainOptions.maxAttempts + 2; turn++) {
      expect(await lane.pass(store)).toMatchObject({ kind: "later" });
      expect(await lane.store.claim("other", 1)).toBeUndefined();
      lane.now += drainOptions.retryMs;
    }
    await lane.settle();

    expect(lane.forge.issue(2).labels).toEqual(["state:available"]);
    expect(lane.store.tables.inbox.map(({ state }) => state)).not.toContain("quarantined");
  });

  it("waits out an outage of GitHub, however long", async () => {
    const lane = new DrivenLane();

    for (let turn = 0; turn < drainOptions.maxAttempts + 2; turn++) {
      expect(await lane.pass(lane.store, failing(lane, gone502))).toMatchObject({ kind: "later" });
      lane.now += drainOptions.retryMs;
    }

    expect(lane.store.tables.inbox.map(({ state }) => state)).not.toContain("quarantined");
  });

  it.each([
    ["access is denied", denied],
    ["it does not know", new Error("unheard of")],
  ])(
    "sets events aside after enough failures where not even gates can be read: %s",
    async (_, error) => {
      const lane = new DrivenLane();
      const github = failing(lane, error);
      const blind = {
        ...github,
        reader: { ...github.reader, readGates: () => Promise.reject(error) },
      };

      for (let turn = 0; turn < drainOptions.maxAttempts; turn++) {
        const outcome = await lane.pass(lane.store, blind);
        expect(outcome).toEqual({ kind: "failed", reason: error.message });
        lane.now += drainOptions.retryMs;
      }

      expect(lane.store.tables.inbox.map(({ state }) => state)).toEqual([
        "quarantined",
        "pending",
        "pending",
      ]);
      expect(lane.forge.writes).toEqual([]);
    },
  );

  it("puts the lane off where its GitHub cannot be opened", async () => {
    const lane = new DrivenLane();
    const open = () => Promise.reject(denied);

    const outcome = await drainLane(await lane.claim(), lane.store, open, drainOptions);

    expect(outcome).toEqual({ kind: "failed", reason: denied.message });
    expect(await lane.store.claim("other", 1)).toBeUndefined();
  });

  it("lets the caller know where the store fails altogether", async () => {
    const lane = new DrivenLane();
    const broken = () => Promise.reject(new Error("the database is down"));
    const store = withStore(lane, () => ({ commit: broken, postpone: broken }));

    await expect(lane.pass(store)).rejects.toThrow("the database is down");
  });

  it("decides nothing new while earlier writes wait", async () => {
    const lane = new DrivenLane();
    const send = () => Promise.reject(gone502);
    const stuck = { ...lane.forge, writer: { ...lane.forge.writer, send } };
    await lane.pass(lane.store, stuck);
    lane.now += drainOptions.retryMs;
    const commits: unknown[] = [];
    const store = withStore(lane, () => ({ commit: async (...args) => void commits.push(args) }));

    const outcome = await lane.pass(store, stuck);

    expect(outcome).toEqual({ kind: "later", reason: "GitHub answered 502" });
    expect(commits).toEqual([]);
  });

  it("gives the lane back while writes wait, so that it is not held beyond the wait", async () => {
    const lane = new DrivenLane();
    const send = () => Promise.reject(gone502);
    await lane.pass(lane.store, { ...lane.forge, writer: { ...lane.forge.writer, send } });

    lane.now += drainOptions.retryMs;

    expect(await lane.store.claim("other", 1)).toBeDefined();
  });
});
