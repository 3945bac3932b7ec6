import { expect, it } from "@jest/globals";
import type { ObservedIssue } from "../../src/core/model/issue.ts";
import type { IssueRef } from "../../src/core/model/record.ts";
import { type ContractWorld, logins } from "./contract-world.ts";
import { inEachWorld } from "./in-each-world.ts";

inEachWorld("IssueWriter", (world) => {
  it("changes only what it is told to", async () => {
    const { number } = await anIssue(world(), "Login");

    await world().writer.updateIssue(number, { title: "Log in" });
    await world().writer.updateIssue(number, { body: "new" });

    expect(await observe(world(), number)).toMatchObject({
      title: "Log in",
      body: "new",
      state: "open",
      labels: ["wave:1"],
    });
  });

  it("closes with a reason and opens again", async () => {
    const { number } = await anIssue(world(), "Login");
    const { writer } = world();

    await writer.updateIssue(number, { state: "closed" });
    expect(await observe(world(), number)).toMatchObject({
      state: "closed",
      stateReason: "completed",
    });

    await writer.updateIssue(number, { state: "open" });
    expect(await observe(world(), number)).toMatchObject({
      state: "open",
      stateReason: "reopened",
    });

    await writer.updateIssue(number, { state: "closed", stateReason: "not_planned" });
    expect(await observe(world(), number)).toMatchObject({
      state: "closed",
      stateReason: "not_planned",
    });
  });

  it("adds labels to those there, twice without fault", async () => {
    const { number } = await anIssue(world(), "Login");

    await world().writer.addLabels(number, ["state:blocked", "wave:1"]);
    await world().writer.addLabels(number, ["state:blocked"]);

    const { labels } = await observe(world(), number);
    expect(labels.toSorted()).toEqual(["state:blocked", "wave:1"]);
  });

  it("takes a label off, twice without fault", async () => {
    const { number } = await anIssue(world(), "Login");

    await world().writer.removeLabel(number, "wave:1");
    await world().writer.removeLabel(number, "wave:1");

    expect((await observe(world(), number)).labels).toEqual([]);
  });

  it("defines a label, twice without fault and whatever its case", async () => {
    const label = { name: "wave:1", color: "0e8a16", description: "First wave" };

    await world().writer.createLabel(label);
    await world().writer.createLabel({ ...label, name: "Wave:1" });

    const { labels } = await world().issues.observe([]);
    expect(labels.filter(({ name }) => name.toLowerCase() === "wave:1")).toEqual([label]);
  });

  it("links issues and takes links away, each twice without fault", async () => {
    const [first, second, third] = [
      await anIssue(world(), "one"),
      await anIssue(world(), "two"),
      await anIssue(world(), "three"),
    ];
    const { writer } = world();

    await writer.addLink(third, first);
    await writer.addLink(third, second);
    await writer.addLink(third, second);
    expect((await observe(world(), third.number)).blockedBy.toSorted()).toEqual([
      first.databaseId,
      second.databaseId,
    ]);
    expect((await observe(world(), first.number)).blockedBy).toEqual([]);

    await writer.removeLink(third, first);
    await writer.removeLink(third, first);
    expect((await observe(world(), third.number)).blockedBy).toEqual([second.databaseId]);
  });

  it("keeps a link to an issue that is closed", async () => {
    const first = await anIssue(world(), "one");
    const second = await anIssue(world(), "two");
    await world().writer.addLink(second, first);

    await world().writer.updateIssue(first.number, { state: "closed" });

    expect((await observe(world(), second.number)).blockedBy).toEqual([first.databaseId]);
  });

  it("makes an issue below its parent", async () => {
    const parent = await anIssue(world(), "Plan");
    const child = { title: "Task", body: "", labels: ["wave:1"], parent };

    const { number, hasParent } = await world().writer.createIssue(child);

    expect(hasParent).toBe(true);
    expect(await observe(world(), number)).toMatchObject({ parent: parent.databaseId });
    expect(await observe(world(), parent.number)).toMatchObject({ childCount: 1 });
  });

  it("puts an issue below another, twice without fault, and moves it only if told to", async () => {
    const [one, two, child] = [
      await anIssue(world(), "one"),
      await anIssue(world(), "two"),
      await anIssue(world(), "child"),
    ];
    const { writer } = world();

    await writer.setParent(child, one, false);
    await writer.setParent(child, one, false);
    await writer.setParent(child, two, false); // people were faster: theirs stays
    expect((await observe(world(), child.number)).parent).toBe(one.databaseId);

    await writer.setParent(child, two, true);
    expect((await observe(world(), child.number)).parent).toBe(two.databaseId);
  });

  it("does not link an issue to itself", async () => {
    const issue = await anIssue(world(), "one");

    await expect(world().writer.addLink(issue, issue)).rejects.toMatchObject({
      status: 422,
      remedy: "fix-input",
    });
  });

  it("refuses a body that is too long and makes no issue", async () => {
    const issue = { title: "Long", body: "x".repeat(65_537), labels: [] };

    await expect(world().writer.createIssue(issue)).rejects.toMatchObject({ status: 422 });

    expect(await world().issues.listIssuesBy([logins.ours], 0)).toEqual([]);
  });

  it("fails on an issue that is not there", async () => {
    const attempt = world().writer.updateIssue(99, { title: "Nobody" });

    await expect(attempt).rejects.toMatchObject({ name: "GitHubError", status: 404 });
  });

  it.each([
    ["before", []],
    ["after", ["Lost?"]],
  ] as const)("may fail %s a write took effect, and writes again later", async (when, titles) => {
    const { writer, issues } = world();
    const listTitles = async () =>
      (await issues.observe(await issues.listIssuesBy([logins.ours], 0))).issues.map(
        ({ title }) => title,
      );
    await writer.createLabel({ name: "wave:1", color: "0e8a16", description: "" });
    world().refuseWrites(when);

    await expect(anIssue(world(), "Lost?")).rejects.toMatchObject({
      status: 502,
      remedy: "try-later",
    });
    expect(await listTitles()).toEqual(titles);

    world().recover();
    await writer.createIssue({ title: "Later", body: "", labels: [] });
    expect((await listTitles()).toSorted()).toEqual(["Later", ...titles]);
  });
});

function anIssue({ writer }: ContractWorld, title: string): Promise<IssueRef> {
  return writer.createIssue({ title, body: "body", labels: ["wave:1"] });
}

async function observe({ issues }: ContractWorld, number: number): Promise<ObservedIssue> {
  const all = await issues.observe(await issues.listIssuesBy([logins.ours], 0));
  const found = all.issues.find((issue) => issue.number === number);
  if (found === undefined) throw new Error(`there is no issue #${number}`);
  return found;
}
