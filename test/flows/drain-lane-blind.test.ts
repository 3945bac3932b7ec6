import { describe, expect, it } from "@jest/globals";
import { GitHubError } from "../../src/core/errors.ts";
import type { LaneGitHub } from "../../src/flows/lane-ports.ts";
import { DrivenLane, drainOptions } from "../support/driven-lane.ts";

const sql = ["db/migrations/001.sql"];
const broken = "resources: 7";

/** A migration whose gate stands open, another that waits, and a pull request that needs nothing. */
async function withOpenGate() {
  const lane = new DrivenLane();
  const { forge } = lane;
  const first = forge.openPull({ closes: [2], files: sql });
  const second = forge.openPull({ closes: [10], files: sql });
  const harmless = forge.openPull();
  await lane.settle();
  const mergeable = () => [first, second, harmless].map((number) => forge.isMergeable(number));
  return { lane, forge, first, second, harmless, mergeable };
}

/** A GitHub whose reads of one kind fail. */
function failing(lane: DrivenLane, method: keyof LaneGitHub["reader"], error: unknown): LaneGitHub {
  const refuse = () => Promise.reject(error);
  return { ...lane.forge, reader: { ...lane.forge.reader, [method]: refuse } };
}

const denied = new GitHubError(
  "fix-access",
  403,
  "Cannot read branch keysteps: GitHub answered 403",
);

describe("a pass that cannot read all", () => {
  it("shuts gates that stand open when the settings break, and says why", async () => {
    const { lane, forge, first, mergeable } = await withOpenGate();
    expect(mergeable()).toEqual([true, false, true]);

    forge.configText = broken;
    const outcome = await lane.pass();

    expect(outcome).toMatchObject({
      kind: "blind",
      reason: expect.stringContaining(".github/keysteps.yml"),
    });
    expect(mergeable()).toEqual([false, false, false]);
    expect(forge.gateOf(first)).toMatch(
      /^queued: Cannot tell the shared resources: .github\/keysteps.yml/,
    );
  });

  it("shuts gates that stand open when a plan breaks", async () => {
    const { lane, forge, mergeable } = await withOpenGate();

    forge.planFiles = new Map([...forge.planFiles].map(([path, text]) => [path, text.slice(1)]));
    await lane.pass();

    expect(mergeable()).toEqual([false, false, false]);
  });

  it("shuts gates that stand open when a plan's limits cannot be read, until they can", async () => {
    const { lane, forge, first, mergeable } = await withOpenGate();
    const files = forge.planFiles;
    const limits = '"run_limits": { "memory_mb": 7 }, "ready_queue"';
    const damage = ([path, text]: [string, string]) =>
      [path, text.replace('"ready_queue"', limits)] as const;

    forge.planFiles = new Map([...files].map(damage));
    await lane.pass();
    const between = mergeable();
    const words = forge.gateOf(first);
    forge.planFiles = files;
    await lane.settle();

    expect(between).toEqual([false, false, false]);
    expect(words).toMatch(/^queued: Cannot read plans\/.*coordinator\.json on branch keysteps/);
    expect(mergeable()).toEqual([true, false, true]);
  });

  it("shuts gates that stand open when branch keysteps is deleted while a task has its turn", async () => {
    const { lane, forge, mergeable } = await withOpenGate();
    const files = forge.planFiles;

    forge.planFiles = new Map();
    await lane.pass();
    const between = mergeable();
    forge.planFiles = files;
    await lane.settle();

    expect(between).toEqual([false, false, false]);
    expect(mergeable()).toEqual([true, false, true]);
  });

  it.each(["readPlanFiles", "readIssues", "readFile"] as const)(
    "shuts gates that stand open where %s is refused for good",
    async (method) => {
      const { lane, mergeable } = await withOpenGate();

      await lane.pass(lane.store, failing(lane, method, denied));

      expect(mergeable()).toEqual([false, false, false]);
    },
  );

  it("shuts what holds have let pass, even if pull requests cannot be listed", async () => {
    const { lane, mergeable } = await withOpenGate();

    await lane.pass(lane.store, failing(lane, "listOpenPulls", denied));

    expect(mergeable()).toEqual([false, false, true]);
  });

  it("shuts gates that stand open where something happens that nobody thought of", async () => {
    const { lane, forge, first, mergeable } = await withOpenGate();

    await lane.pass(lane.store, failing(lane, "readIssues", new TypeError("x is undefined")));

    expect(mergeable()).toEqual([false, false, false]);
    expect(forge.gateOf(first)).toMatch(/x is undefined; report this as a bug/);
  });

  it("leaves gates alone while GitHub does not answer for the moment", async () => {
    const { lane, mergeable } = await withOpenGate();
    const gone = new GitHubError("try-later", 502, "GitHub answered 502");

    const outcome = await lane.pass(lane.store, failing(lane, "readPlanFiles", gone));

    expect(outcome.kind).toBe("later");
    expect(mergeable()).toEqual([true, false, true]);
  });

  it("takes no turn away: all is as before once the settings are mended", async () => {
    const { lane, forge, mergeable } = await withOpenGate();
    const before = lane.holds;
    forge.configText = broken;
    await lane.pass();
    expect(lane.holds).toEqual(before);

    forge.configText = undefined;
    await lane.settle();

    expect(mergeable()).toEqual([true, false, true]);
    expect(lane.holds).toEqual(before);
  });

  it("writes once, however often it looks", async () => {
    const { lane, forge } = await withOpenGate();
    forge.configText = broken;
    await lane.pass();
    const writes = forge.writes.length;

    expect(await lane.pass()).toMatchObject({ kind: "blind", sent: 0 });
    expect(forge.writes).toHaveLength(writes);
  });

  it("looks again by itself, since a permission comes back unheard", async () => {
    const { lane, mergeable } = await withOpenGate();
    await lane.pass(lane.store, failing(lane, "readPlanFiles", denied));

    lane.now += 10 * 60_000;
    const claim = await lane.store.claim("worker", drainOptions.leaseMs);

    expect(claim?.lane).toBe("octo/shop");
    expect(mergeable()).toEqual([false, false, false]);
  });

  it("gives a new pull request a gate that waits", async () => {
    const { lane, forge } = await withOpenGate();
    forge.configText = broken;
    const number = forge.openPull();

    await lane.pass();

    expect(forge.gateOf(number)).toMatch(/^queued: Cannot tell/);
  });
});

describe("a pass that was put off", () => {
  const gone = new GitHubError("try-later", 502, "GitHub answered 502");
  const limited = new GitHubError("try-later", 429, "GitHub answered 429", {
    retryAfterMs: 600_000,
  });

  it("is tried soon when something new is heard", async () => {
    const lane = new DrivenLane();
    await lane.pass(lane.store, failing(lane, "readIssues", gone), { retryMs: 60_000 });

    await lane.hear();
    lane.now += 5_000;

    expect(await lane.store.claim("worker", 1)).toBeDefined();
  });

  it("waits as long as GitHub asks, whatever is heard", async () => {
    const lane = new DrivenLane();
    await lane.pass(lane.store, failing(lane, "readIssues", limited));

    await lane.hear();
    lane.now += 599_999;

    expect(await lane.store.claim("worker", 1)).toBeUndefined();
    lane.now += 1;
    expect(await lane.store.claim("worker", 1)).toBeDefined();
  });
});
