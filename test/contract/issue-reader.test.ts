import { expect, it } from "@jest/globals";
import { logins } from "./contract-world.ts";
import { inEachWorld } from "./in-each-world.ts";

const empty = { body: "", labels: [] };

inEachWorld("IssueReader", (world) => {
  it("gives an issue as it was written", async () => {
    const body = "Über `code` <!-- keysteps --> 🛒\r\nsecond line\n";
    const { hasParent, ...ref } = await world().writer.createIssue({
      ...{ title: "Login", body, labels: ["wave:1"] },
    });

    const { issues } = await world().issues.observe([ref]);

    expect(hasParent).toBe(false);
    expect(issues).toEqual([
      {
        ...ref,
        title: "Login",
        body,
        state: "open",
        stateReason: undefined,
        labels: ["wave:1"],
        assignees: [],
        authorLogin: logins.ours,
        blockedBy: [],
        pulls: [],
        parent: null,
        childCount: 0,
        milestone: undefined,
        type: undefined,
      },
    ]);
  });

  it("lists only the issues that the logins opened, and no pull requests", async () => {
    world().commit({ "a.md": "a" });
    const ours = await world().writer.createIssue({ title: "ours", ...empty });
    const theirs = await world().openIssue("theirs");
    await world().openPull({ "a.md": "a2" });

    const { issues } = world();
    const listNumbers = async (of: readonly string[]) =>
      (await issues.listIssuesBy(of, 0)).map(({ number }) => number).toSorted();

    expect(await listNumbers([logins.ours])).toEqual([ours.number]);
    expect(await listNumbers([logins.person])).toEqual([theirs.number]);
    expect(await listNumbers([logins.ours, logins.person, logins.ours])).toEqual([
      ours.number,
      theirs.number,
    ]);
    expect(await listNumbers([])).toEqual([]);
  });

  it("lists open issues whoever opened them, and knows who belongs to the repository", async () => {
    world().commit({ "a.md": "a" });
    const { hasParent, ...ours } = await world().writer.createIssue({
      title: "ours",
      body: "b",
      labels: [],
    });
    const theirs = await world().openIssue("theirs");
    const owners = await world().openIssue("owner's", logins.owner);
    const closed = await world().writer.createIssue({ title: "closed", ...empty });
    await world().writer.updateIssue(closed.number, { state: "closed" });
    await world().openPull({ "a.md": "a2" });

    const open = await world().issues.listOpenIssues();

    expect(hasParent).toBe(false);

    const authors = { ours: logins.ours, theirs: logins.person, owners: logins.owner };
    expect(open).toEqual([
      { ...owners, title: "owner's", body: "", authorLogin: authors.owners, isByMember: true },
      { ...theirs, title: "theirs", body: "", authorLogin: authors.theirs, isByMember: false },
      { ...ours, title: "ours", body: "b", authorLogin: authors.ours, isByMember: false },
    ]);
  });

  it("lists closed issues and more than a page of them, newest first, down to a number", async () => {
    const count = 230;
    for (let index = 1; index <= count; index++) {
      await world().writer.createIssue({ title: `Task ${index}`, ...empty });
    }
    await world().writer.updateIssue(30, { state: "closed", stateReason: "not_planned" });

    const listNumbers = async (above: number) =>
      (await world().issues.listIssuesBy([logins.ours], above)).map(({ number }) => number);
    const down = (from: number, to: number) =>
      Array.from({ length: from - to + 1 }, (_, index) => from - index);

    expect(await listNumbers(0)).toEqual(down(count, 1));
    expect(await listNumbers(20)).toEqual(down(count, 21));
    expect(await listNumbers(count)).toEqual([]);
  });

  it("reads more than a page of issues, and leaves out those that are gone", async () => {
    const refs = [];
    for (let index = 1; index <= 130; index++) {
      refs.push(await world().writer.createIssue({ title: `Task ${index}`, ...empty }));
    }
    const gone = { number: 999, nodeId: "I_gone", databaseId: 1 };
    await world().writer.updateIssue(2, { state: "closed", stateReason: "not_planned" });

    const { issues } = await world().issues.observe([...refs, gone]);

    expect(issues.map(({ number }) => number)).toEqual(refs.map(({ number }) => number));
    expect(issues[1]).toMatchObject({ state: "closed", stateReason: "not_planned" });
  });

  it("reads the links of each issue, closed blockers too", async () => {
    const { writer, issues } = world();
    const first = await writer.createIssue({ title: "one", ...empty });
    const second = await writer.createIssue({ title: "two", ...empty });
    await writer.addLink(second, first);
    await writer.updateIssue(first.number, { state: "closed" });

    const observed = await issues.observe([first, second]);

    expect(observed.issues.map(({ blockedBy }) => blockedBy)).toEqual([[], [first.databaseId]]);
  });

  it("reads label definitions, those among them that an issue brought, and more than a page", async () => {
    const wave = { name: "wave:1", color: "0e8a16", description: "First wave" };
    await world().writer.createLabel(wave);
    for (let index = 0; index < 120; index++) {
      await world().writer.createLabel({ ...wave, name: `wave:${index + 2}` });
    }
    await world().writer.createIssue({ title: "Login", body: "", labels: ["wave:1", "extra"] });

    const { labels } = await world().issues.observe([]);

    expect(labels).toContainEqual(wave);
    expect(labels).toContainEqual(expect.objectContaining({ name: "extra" }));
    expect(new Set(labels.map(({ name }) => name)).size).toBe(labels.length);
    expect(labels.length).toBeGreaterThanOrEqual(122);
  });
});
