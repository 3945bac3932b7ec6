import { describe, expect, it } from "@jest/globals";
import { applyToForge, shopSpec } from "../support/apply-to-forge.ts";
import { DrivenLane } from "../support/driven-lane.ts";

const sql = ["db/migrations/001.sql"];

/** Both migrations have pull requests; the first has its turn. */
async function withTwoMigrations() {
  const lane = new DrivenLane();
  const first = lane.forge.openPull({ closes: [2], files: sql });
  const second = lane.forge.openPull({ closes: [10], files: sql });
  await lane.settle();
  return { lane, forge: lane.forge, first, second };
}

describe("turns on a shared resource", () => {
  it("go to one pull request, and on when it is merged", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();
    expect([forge.isMergeable(first), forge.isMergeable(second)]).toEqual([true, false]);

    forge.merge(first);
    await lane.settle();

    expect(forge.isMergeable(second)).toBe(true);
    expect(lane.holds).toEqual(["#10 database_migrations held"]);
  });

  it("go on from the merge, though the issue is closed late", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();

    forge.merge(first, { isLate: true });
    await lane.settle();

    expect(forge.issue(2)).toMatchObject({ state: "open", labels: ["state:in-progress"] });
    expect(forge.isMergeable(second)).toBe(true);
  });

  it("go on for the task itself where GitHub never closes its issue", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();
    forge.merge(first, { isLate: true });
    await lane.settle();
    forge.merge(second, { isLate: true });
    await lane.settle();

    lane.now += 10 * 60_000;
    await lane.settle();

    expect(forge.issue(2)).toMatchObject({ state: "open", labels: ["state:available"] });
    expect(lane.holds).toContain("#2 database_migrations held");
  });

  it("go on only when the gate of the last holder is shut", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();
    forge.closeIssue(2);

    await lane.pass();
    const between = [forge.isMergeable(first), forge.isMergeable(second)];
    await lane.settle();

    expect(between).toEqual([false, false]);
    expect([forge.isMergeable(first), forge.isMergeable(second)]).toEqual([false, true]);
    expect(forge.gateOf(first)).toBe("queued: Closes #2, which is closed already");
  });

  it("do not come back with a closed pull request that is reopened", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();
    forge.closePull(first);
    forge.unclaim(2);
    forge.editIssue(2, { blockedBy: [4] });
    await lane.settle();
    expect(forge.isMergeable(second)).toBe(true);

    forge.reopenPull(first);

    expect(forge.isMergeable(first)).toBe(false);
  });

  it("do not come back with a force-push to an older commit", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();
    const old = forge.head(first);
    forge.push(first);
    await lane.settle();
    expect(forge.isMergeable(first)).toBe(true);
    forge.editIssue(2, { blockedBy: [4] });
    await lane.settle();

    forge.forcePush(first, old);

    expect([forge.isMergeable(first), forge.isMergeable(second)]).toEqual([false, true]);
  });

  it("are not opened twice by a merge just before the gate is shut", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();
    forge.closeIssue(2);
    const send = forge.writer.send;
    const writer = {
      ...forge.writer,
      async send(op: Parameters<typeof send>[0]) {
        if (op.kind === "gate" && forge.isMergeable(first)) forge.merge(first);
        return send(op);
      },
    };

    await lane.pass(lane.store, { reader: forge.reader, writer });
    await lane.settle();

    expect(forge.pull(first).state).toBe("merged");
    expect(forge.isMergeable(second)).toBe(true);
    expect(lane.store.tables.freezes).toEqual([]);
  });

  it("end with the task that a new plan drops", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();
    const blocks = shopSpec.split(/^(?=- \[ \])/m);
    const text = blocks.filter((block) => !block.includes("Task 1.2**")).join("");

    applyToForge(forge, text, lane.record);
    await lane.settle();

    expect([forge.isMergeable(first), forge.isMergeable(second)]).toEqual([false, true]);
  });

  it("go to the first of two pull requests for one task, and to the other if that is closed", async () => {
    const lane = new DrivenLane();
    const { forge } = lane;
    const [one, other] = [1, 2].map(() => forge.openPull({ closes: [2], files: sql }));
    if (one === undefined || other === undefined) throw new Error("two pull requests");
    await lane.settle();
    expect([forge.isMergeable(one), forge.isMergeable(other)]).toEqual([true, false]);

    forge.closePull(one);
    await lane.settle();

    expect(forge.isMergeable(other)).toBe(true);
    forge.reopenPull(one);
    expect(forge.isMergeable(one)).toBe(false);
  });

  it("do not pass a commit that a pull request out of turn shares", async () => {
    const { lane, forge, first } = await withTwoMigrations();

    const shared = forge.openPull({ closes: [10], head: forge.head(first) });
    await lane.settle();

    expect([forge.isMergeable(first), forge.isMergeable(shared)]).toEqual([false, false]);
  });

  it("cannot be had by naming the task later", async () => {
    const { lane, forge } = await withTwoMigrations();
    const sly = forge.openPull({ files: ["README.md"] });
    await lane.settle();
    expect(forge.isMergeable(sly)).toBe(true);

    forge.editPull(sly, { closes: [10] });
    await lane.settle();

    expect(forge.isMergeable(sly)).toBe(false);
  });

  it("freeze when somebody merges out of turn, until a person has looked", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();

    forge.merge(second, { isBypassed: true });
    await lane.settle();
    const frozen = forge.gateOf(first);
    forge.labelPull(second, "keysteps:unlock");
    await lane.settle();

    expect(frozen).toBe(`queued: database_migrations is frozen by octo/shop#${second}`);
    expect(forge.isMergeable(first)).toBe(true);
  });

  it("do not deadlock where two pull requests need each other's", async () => {
    // each names a migration and touches deployments of its own
    const lane = new DrivenLane();
    const { forge } = lane;
    const pulls = [[2], [10]].map((closes) =>
      forge.openPull({ closes, files: [...sql, "deploy/staging.yml"] }),
    );

    await lane.settle();
    const passing = pulls.filter((number) => forge.isMergeable(number));
    for (const number of passing) forge.merge(number);
    await lane.settle();

    expect(passing).toHaveLength(1);
    expect(pulls.filter((number) => forge.isMergeable(number))).toHaveLength(1);
  });

  it("are kept while GitHub cannot list the files, and the gate is shut", async () => {
    const lane = new DrivenLane();
    const vast = lane.forge.openVastPull([2]);

    await lane.settle();

    expect(lane.forge.isMergeable(vast)).toBe(false);
    expect(lane.holds).toEqual(["#2 database_migrations held"]);
  });

  it("are safe while reads lag: a gate that was opened just now is shut all the same", async () => {
    const { lane, forge, first, second } = await withTwoMigrations();
    forge.closePull(first);
    forge.editIssue(2, { blockedBy: [4] });
    forge.lag = 3;
    await lane.settle().catch(() => {});
    forge.lag = 0;
    await lane.settle();
    forge.reopenPull(first);

    expect([forge.isMergeable(first), forge.isMergeable(second)]).toEqual([false, true]);
  });
});

describe("a waiting gate", () => {
  it("is made anew before GitHub calls it stale", async () => {
    const { lane, forge, second } = await withTwoMigrations();
    const runs = forge.world.runs.get(forge.head(second).sha)?.length ?? 0;

    lane.now += 13 * 24 * 3_600_000;
    const claim = await lane.store.claim("worker", 1000);
    if (claim) await lane.store.release(claim);
    await lane.settle();

    expect(claim).toBeDefined();
    expect(forge.world.runs.get(forge.head(second).sha)).toHaveLength(runs + 1);
  });
});
