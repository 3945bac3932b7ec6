import { expect, it } from "@jest/globals";
import type { OutboxOp } from "../../src/core/model/outbox.ts";
import { inEachLaneWorld } from "./in-each-lane-world.ts";

const marker = "<!-- keysteps:live PLAN-1a2b3c4d -->";

function aGate(headSha: string, other: Partial<Extract<OutboxOp, { kind: "gate" }>> = {}) {
  return {
    kind: "gate",
    headSha,
    verdict: "queued",
    title: "Waits for #1",
    summary: "A task that it closes is blocked.",
    externalId: "queued #2",
    revokes: [],
    ...other,
  } as const;
}

inEachLaneWorld("LaneWriter", (world) => {
  it("adds and removes labels, and knows which it has", async () => {
    const { reader, writer, openIssue, label } = world();
    const { number: issueNumber, nodeId } = await openIssue("task");
    await label(issueNumber, "bug");
    const add = { kind: "add-label", issueNumber, label: "state:claimed" } as const;
    const remove = { ...add, kind: "remove-label" } as const;
    expect([await writer.wasSent(add), await writer.wasSent(remove)]).toEqual([false, true]);

    await writer.send(add);

    expect([await writer.wasSent(add), await writer.wasSent(remove)]).toEqual([true, false]);
    expect((await reader.readIssues([nodeId])).get(nodeId)?.labels).toEqual([
      "bug",
      "state:claimed",
    ]);
    await writer.send(remove);
    await writer.send(remove);
    expect((await reader.readIssues([nodeId])).get(nodeId)?.labels).toEqual(["bug"]);
  });

  it("makes a gate that waits, then one that lets through: the newest counts", async () => {
    const { reader, writer, openPull, forgeRun, now, wait } = world();
    const { sha } = await openPull({ files: { "a.md": "a" } });
    const waiting = aGate(sha);
    expect(await writer.wasSent(waiting)).toBe(false);

    await writer.send(waiting);

    expect(await writer.wasSent(waiting)).toBe(true);
    expect(await writer.wasSent({ ...waiting, title: "Waits for #9" })).toBe(false);
    expect((await reader.readGates([sha])).get(sha)).toMatchObject({
      verdict: "queued",
      title: waiting.title,
      summary: waiting.summary,
      startedAt: now(),
    });
    wait(1_000);
    const passing = aGate(sha, { verdict: "success", title: "Its turn", externalId: "success #2" });
    await writer.send(passing);
    await forgeRun(sha, "Keysteps gate");
    expect((await reader.readGates([sha])).get(sha)).toMatchObject({
      verdict: "success",
      title: "Its turn",
    });
    expect([await writer.wasSent(waiting), await writer.wasSent(passing)]).toEqual([false, true]);

    await writer.send(waiting);
    expect((await reader.readGates([sha])).get(sha)?.verdict).toBe("queued");
  });

  it("makes the live comment once and changes it from then on", async () => {
    const { reader, writer, openIssue, comment } = world();
    const { number: issueNumber } = await openIssue("tracking");
    await comment(issueNumber, `${marker}\nNot ours, but it looks like it.`);
    const make = {
      kind: "live-comment",
      issueNumber,
      commentId: undefined,
      body: `${marker}\n0 of 3`,
    } as const;
    expect(await reader.readLiveComment(issueNumber, marker)).toBeUndefined();
    expect(await writer.wasSent(make)).toBe(false);

    await writer.send(make);

    const made = await reader.readLiveComment(issueNumber, marker);
    expect(made?.body).toBe(make.body);
    expect(await writer.wasSent(make)).toBe(true);
    const change = { ...make, commentId: made?.id, body: `${marker}\n1 of 3` } as const;
    expect(await writer.wasSent(change)).toBe(false);
    await writer.send(change);
    expect(await reader.readLiveComment(issueNumber, marker)).toEqual({
      id: made?.id,
      body: change.body,
    });
    expect(await writer.wasSent(change)).toBe(true);
    expect(await reader.readLiveComment(issueNumber, "<!-- another -->")).toBeUndefined();
  });

  it("writes a live comment anew that somebody deleted", async () => {
    const { reader, writer, openIssue, deleteComment } = world();
    const { number: issueNumber } = await openIssue("tracking");
    const body = `${marker}\n0 of 3`;
    await writer.send({ kind: "live-comment", issueNumber, commentId: undefined, body });
    const made = await reader.readLiveComment(issueNumber, marker);
    await deleteComment(made?.id ?? 0);

    await writer.send({ kind: "live-comment", issueNumber, commentId: made?.id, body });

    expect((await reader.readLiveComment(issueNumber, marker))?.body).toBe(body);
  });
});
