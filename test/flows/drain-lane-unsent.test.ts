import { describe, expect, it } from "@jest/globals";
import { GitHubError } from "../../src/core/errors.ts";
import type { OutboxOp } from "../../src/core/model/outbox.ts";
import type { LaneGitHub } from "../../src/flows/lane-ports.ts";
import { DrivenLane, drainOptions } from "../support/driven-lane.ts";

const sql = ["db/migrations/001.sql"];
const gone = new GitHubError("try-later", 502, "GitHub answered 502");

const isSuccess = (op: OutboxOp) => op.kind === "gate" && op.verdict === "success";

/** Successes are decided and stored, but sending breaks off: before they took effect, or after. */
function stuck(lane: DrivenLane, when: "before" | "after"): LaneGitHub {
  const { writer } = lane.forge;
  const send = async (op: OutboxOp) => {
    if (!isSuccess(op)) return writer.send(op);
    if (when === "after") await writer.send(op);
    throw gone;
  };
  return { ...lane.forge, writer: { ...writer, send } };
}

/** A migration's success is stored and not known to be sent. */
async function withUnsentSuccess(when: "before" | "after") {
  const lane = new DrivenLane();
  const number = lane.forge.openPull({ closes: [2], files: sql });
  await lane.pass(); // the turn is given
  const outcome = await lane.pass(lane.store, stuck(lane, when));
  expect(outcome.kind).toBe("later");
  lane.now += drainOptions.retryMs;
  return { lane, forge: lane.forge, number };
}

describe("a success that was stored and not sent", () => {
  it("is not sent any more if the task waits again meanwhile", async () => {
    const { lane, forge, number } = await withUnsentSuccess("before");
    forge.addLink(2, 4);

    await lane.pass();

    expect(forge.writes.filter((write) => write.includes("success"))).toEqual([]);
    expect(forge.isMergeable(number)).toBe(false);
  });

  it("is not sent any more if nobody can tell what may land", async () => {
    const { lane, forge, number } = await withUnsentSuccess("before");
    forge.configText = "resources: 7";

    await lane.pass();

    expect(forge.isMergeable(number)).toBe(false);
  });

  it("is sent after it was judged anew", async () => {
    const { lane, forge, number } = await withUnsentSuccess("before");

    await lane.settle();

    expect(forge.isMergeable(number)).toBe(true);
  });

  it("is taken back if it took effect after all, though GitHub shows what stood before", async () => {
    const lane = new DrivenLane();
    const { forge } = lane;
    const harmless = 3; // needs nothing, so no hold tells what became of its gate
    forge.editIssue(harmless, { blockedBy: [] });
    forge.addLink(harmless, 4);
    const number = forge.openPull({ closes: [harmless], files: [] });
    await lane.settle();
    const before = forge.gate(forge.head(number).sha);
    expect(before?.title).toBe("Waits for #4");
    forge.removeLink(harmless, 4);
    await lane.pass(lane.store, stuck(lane, "after"));
    expect(forge.isMergeable(number)).toBe(true);
    lane.now += drainOptions.retryMs;
    forge.addLink(harmless, 4);

    const readGates = async () => new Map(before && [[forge.head(number).sha, before]]);
    const late = { reader: { ...forge.reader, readGates }, writer: forge.writer };
    await lane.pass(lane.store, late);

    expect(forge.isMergeable(number)).toBe(false);
  });
});
