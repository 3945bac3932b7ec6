import { expect, it } from "@jest/globals";
import { inEachLaneWorld } from "./in-each-lane-world.ts";

const noNode = "I_kwDOAAAAAA4AAAAA";
const minuteMs = 60_000;

inEachLaneWorld("LaneReader", (world) => {
  it("reads how an issue stands, who took it and what blocks it", async () => {
    const { reader, openIssue, closeIssue, assign, label, block, now } = world();
    const [first, second, third] = [
      await openIssue("1"),
      await openIssue("2"),
      await openIssue("3"),
    ];
    await closeIssue(first.number, "completed");
    await closeIssue(second.number, "not_planned");
    await assign(third.number, "mona");
    await label(third.number, "state:blocked");
    await block(third.number, first.number);
    await block(third.number, second.number);

    const issues = await reader.readIssues([first.nodeId, third.nodeId]);

    expect([...issues.keys()]).toEqual([first.nodeId, third.nodeId]);
    expect(issues.get(first.nodeId)).toMatchObject({
      number: first.number,
      state: "closed",
      stateReason: "completed",
      closedAt: now(),
      blockedBy: [],
    });
    const blocked = issues.get(third.nodeId);
    expect(blocked).toMatchObject({
      state: "open",
      closedAt: undefined,
      labels: ["state:blocked"],
      assignees: ["mona"],
    });
    const blockers = blocked?.blockedBy.toSorted((a, b) => a.number - b.number);
    expect(blockers).toMatchObject([
      { number: first.number, nodeId: first.nodeId, state: "closed", stateReason: "completed" },
      { number: second.number, state: "closed", stateReason: "not_planned" },
    ]);
    expect(blockers?.[0]?.databaseId).toBe(issues.get(first.nodeId)?.databaseId);
  });

  it("leaves out an issue that is gone, and goes on", async () => {
    const { reader, openIssue } = world();
    const { nodeId } = await openIssue("there");

    const issues = await reader.readIssues([noNode, nodeId]);

    expect([...issues.keys()]).toEqual([nodeId]);
  });

  it("reads more issues than fit on a page", async () => {
    const { reader, openIssue } = world();
    const nodeIds: string[] = [];
    for (let count = 0; count < 101; count++) nodeIds.push((await openIssue("one")).nodeId);

    const issues = await reader.readIssues(nodeIds);

    expect([...issues.keys()]).toEqual(nodeIds);
  });

  it("lists open pull requests with all that they touch and close", async () => {
    const { reader, openIssue, openPull, closePull, label, now, wait } = world();
    const { number } = await openIssue("task");
    const closed = await openPull({ files: { "z.md": "z" } });
    await closePull(closed.number);
    const open = await openPull({
      files: { "a.md": "a", "db/b.sql": "b" },
      body: `Closes #${number}`,
    });
    await label(open.number, "other");
    wait(minuteMs);
    await label(open.number, "Keysteps:Unlock");

    const pulls = await reader.listOpenPulls();

    expect(pulls).toEqual([
      {
        number: open.number,
        headSha: open.sha,
        state: "open",
        mergedAt: undefined,
        baseBranch: "main",
        closes: [number],
        files: ["a.md", "db/b.sql"],
        unlockedAt: now(),
      },
    ]);
  });

  it("counts both names of a file that is moved", async () => {
    const { reader, commit, openPull } = world();
    commit("main", { "db/migrations/1.sql": "create table things (id bigint primary key);\n" });
    await openPull({
      files: {
        "db/migrations/1.sql": null,
        "attic/1.sql": "create table things (id bigint primary key);\n",
      },
    });

    const [pull] = await reader.listOpenPulls();

    expect(pull?.files?.toSorted()).toEqual(["attic/1.sql", "db/migrations/1.sql"]);
  });

  it("lists every file of a large pull request", async () => {
    const { reader, openPull } = world();
    const paths = Array.from({ length: 230 }, (_, index) => `docs/${1000 + index}.md`);
    await openPull({ files: Object.fromEntries(paths.map((path) => [path, path])) });

    const [pull] = await reader.listOpenPulls();

    expect(pull?.files?.toSorted()).toEqual(paths);
  });

  it("lists more open pull requests than fit on a page", async () => {
    const { reader, openPull } = world();
    const numbers: number[] = [];
    for (let count = 0; count < 51; count++) {
      numbers.push((await openPull({ files: { [`${count}.md`]: "x" } })).number);
    }

    const pulls = await reader.listOpenPulls();

    expect(pulls.map(({ number }) => number)).toEqual(numbers);
  });

  it("lists what was merged since a time, however many", async () => {
    const { reader, openPull, merge, wait, now } = world();
    const merged: number[] = [];
    for (let count = 0; count < 53; count++) {
      wait(minuteMs);
      const { number } = await openPull({ files: { [`${count}.md`]: "x" } });
      await merge(number);
      merged.push(number);
    }
    await openPull({ files: { "open.md": "x" } });

    const since = now() - 51 * minuteMs;
    const pulls = await reader.listMergedPulls(since);

    expect(pulls.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(merged.slice(1));
    expect(pulls.every((pull) => pull.state === "merged" && (pull.mergedAt ?? 0) >= since)).toBe(
      true,
    );
  });

  it("takes what was merged in the same second for later, since GitHub tells no more", async () => {
    const { reader, openPull, merge, wait, now } = world();
    wait(400);
    const { number } = await openPull({ files: { "a.md": "x" } });
    await merge(number);

    const pulls = await reader.listMergedPulls(now() - 200);

    expect(pulls.map((pull) => pull.number)).toEqual([number]);
  });

  it("does not take a late change for a late merge", async () => {
    const { reader, openPull, merge, label, wait, now } = world();
    const early = await openPull({ files: { "a.md": "x" } });
    await merge(early.number);
    wait(minuteMs);
    const since = now();
    await label(early.number, "late");

    expect(await reader.listMergedPulls(since)).toEqual([]);
  });

  it("reads pull requests by number, whatever became of them", async () => {
    const { reader, openIssue, openPull, merge, closePull } = world();
    const { number: issue } = await openIssue("no pull request");
    const merged = await openPull({ files: { "a.md": "a" } });
    const closed = await openPull({ files: { "b.md": "b" } });
    await merge(merged.number);
    await closePull(closed.number);

    const pulls = await reader.readPulls([closed.number, 999, merged.number, issue]);

    const states = new Map(pulls.map(({ number, state }) => [number, state]));
    expect(states).toEqual(
      new Map([
        [closed.number, "closed"],
        [merged.number, "merged"],
      ]),
    );
  });

  it("reads no gate where there is none, and never that of another App", async () => {
    const { reader, openPull, forgeRun } = world();
    const { sha } = await openPull({ files: { "a.md": "a" } });
    await forgeRun(sha, "Keysteps gate");

    expect(await reader.readGates([sha, "0".repeat(40)])).toEqual(new Map());
  });

  it("reads files of the default branch and plans of branch keysteps", async () => {
    const { reader, commit } = world();
    expect(await reader.readDefaultBranch()).toBe("main");
    expect(await reader.readPlanFiles()).toMatchObject({ head: undefined, files: new Map() });
    expect(await reader.readFile(".github/keysteps.yml")).toBeUndefined();

    commit("main", { ".github/keysteps.yml": "resources: {}\n" });
    const head = commit("keysteps", { "plans/a/record.json": "{}", "other.txt": "no plan" });

    expect(await reader.readFile(".github/keysteps.yml")).toBe("resources: {}\n");
    expect(await reader.readPlanFiles()).toMatchObject({
      head,
      files: new Map([["plans/a/record.json", "{}"]]),
    });
  });
});
