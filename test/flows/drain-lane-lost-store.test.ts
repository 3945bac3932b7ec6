import { describe, expect, it } from "@jest/globals";
import { DrivenLane } from "../support/driven-lane.ts";
import { MemoryTables } from "../support/memory-tables.ts";

const sql = ["db/migrations/001.sql"];

/** Loses the store of a lane, once all is sent. */
function lose(lane: DrivenLane): void {
  Object.assign(lane.store.tables, new MemoryTables());
  lane.now += 60_000;
}

describe("a lost store", () => {
  it("takes no turn from who has one, though another would come first now", async () => {
    const lane = new DrivenLane();
    const { forge } = lane;
    forge.addLink(2, 4); // else it would come first
    await lane.settle();
    expect(lane.holds).toEqual(["#10 database_migrations held"]);
    forge.removeLink(2, 4);

    lose(lane);
    await lane.settle();

    expect(lane.holds).toEqual(["#10 database_migrations held"]);
    expect(forge.issue(2).labels).toEqual(["state:waiting"]);
  });

  it("thaws nothing", async () => {
    const lane = new DrivenLane();
    const { forge } = lane;
    await lane.settle();
    forge.merge(forge.openPull({ files: sql }), { isBypassed: true });
    await lane.settle();
    const number = forge.openPull({ closes: [2], files: sql });

    lose(lane);
    await lane.settle();

    expect(forge.gateOf(number)).toMatch(/^queued: database_migrations is frozen/);
  });

  it("hides no violation of the time without a store", async () => {
    const lane = new DrivenLane();
    const { forge } = lane;
    await lane.settle();
    lose(lane);
    forge.merge(forge.openPull({ files: sql }), { isBypassed: true });
    lane.now += 60_000;

    await lane.settle();

    expect(lane.store.tables.freezes).toHaveLength(1);
  });

  it("remembers which gates passed, so that a turn which moves on still shuts them", async () => {
    const lane = new DrivenLane();
    const { forge } = lane;
    const first = forge.openPull({ closes: [2], files: sql });
    const second = forge.openPull({ closes: [10], files: sql });
    await lane.settle();
    lose(lane);
    forge.closeIssue(2);

    await lane.settle();

    expect([forge.isMergeable(first), forge.isMergeable(second)]).toEqual([false, true]);
  });

  it("gives nothing while its record cannot be read, and goes on once it is mended", async () => {
    const lane = new DrivenLane();
    const { forge } = lane;
    const number = forge.openPull({ closes: [2], files: sql });
    await lane.settle();
    const [[issue, comments]] = [...forge.world.comments] as [
      [number, { id: number; body: string }[]],
    ];
    const cut = comments.map(({ id, body }) => ({
      id,
      body: body.split("<!-- keysteps:record")[0] ?? "",
    }));
    lose(lane);
    forge.change({ comments: new Map([[issue, cut]]) });

    await lane.settle();
    expect(forge.gateOf(number)).toMatch(/^queued: Cannot read who has turns by PLAN-/);
    expect(lane.holds).toEqual([]);
    forge.change({ comments: new Map([[issue, comments]]) });
    await lane.settle();

    expect(forge.isMergeable(number)).toBe(true);
    expect(lane.holds).toContain("#2 database_migrations held");
  });

  it("is made good once there is a plan to be read, if branch keysteps was lost with it", async () => {
    const lane = new DrivenLane();
    await lane.settle();
    const [before, files] = [lane.holds, lane.forge.planFiles];
    lose(lane);
    lane.forge.planFiles = new Map();
    await lane.settle();

    lane.forge.planFiles = files;
    await lane.settle();

    expect(before).toEqual(["#2 database_migrations held"]);
    expect(lane.holds).toEqual(before);
  });

  it("writes nothing anew where all is as it was", async () => {
    const lane = new DrivenLane();
    lane.forge.openPull({ closes: [2], files: sql });
    await lane.settle();
    const writes = lane.forge.writes.length;

    lose(lane);
    await lane.settle();

    expect(lane.forge.writes).toHaveLength(writes);
  });
});
