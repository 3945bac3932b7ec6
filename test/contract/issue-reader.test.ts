import { expect, it } from "@jest/globals";
import { logins } from "./contract-world.ts";
import { inEachWorld } from "./in-each-world.ts";

const empty = { body: "", labels: [] };

inEachWorld("IssueReader", (world) => {
  it("reads who writes as us", async () => {
    expect(await world().issues.readLogin()).toBe(logins.ours);
  });

  it("gives an issue as it was written", async () => {
    const body = "Über `code` <!-- keysteps --> 🛒\r\nsecond line\n";
    const ref = await world().writer.createIssue({ title: "Login", body, labels: ["wave:1"] });

    expect(await world().issues.listIssuesBy([logins.ours])).toEqual([
      {
        ...ref,
        title: "Login",
        body,
        state: "open",
        stateReason: undefined,
        labels: ["wave:1"],
        authorLogin: logins.ours,
        blockedBy: [],
      },
    ]);
  });

  it("lists only the issues that the logins opened, and no pull requests", async () => {
    world().commit({ "a.md": "a" });
    await world().writer.createIssue({ title: "ours", ...empty });
    await world().openIssue("theirs");
    await world().openPull({ "a.md": "a2" });

    const { issues } = world();
    const listTitles = async (of: readonly string[]) =>
      (await issues.listIssuesBy(of)).map(({ title }) => title);

    expect(await listTitles([logins.ours])).toEqual(["ours"]);
    expect(await listTitles([logins.person])).toEqual(["theirs"]);
    expect((await listTitles([logins.ours, logins.person, logins.ours])).toSorted()).toEqual([
      "ours",
      "theirs",
    ]);
    expect(await listTitles([])).toEqual([]);
  });

  it("lists closed issues and more than a page of them, oldest first", async () => {
    const count = 130;
    for (let index = 1; index <= count; index++) {
      await world().writer.createIssue({ title: `Task ${index}`, ...empty });
    }
    await world().writer.updateIssue(2, { state: "closed", stateReason: "not_planned" });

    const issues = await world().issues.listIssuesBy([logins.ours]);

    expect(issues.map(({ number }) => number)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
    expect(issues[1]).toMatchObject({ state: "closed", stateReason: "not_planned" });
  });

  it("lists label definitions, those among them that an issue brought", async () => {
    const wave = { name: "wave:1", color: "0e8a16", description: "First wave" };
    await world().writer.createLabel(wave);
    await world().writer.createIssue({ title: "Login", body: "", labels: ["wave:1", "extra"] });

    const labels = await world().issues.listLabels();

    expect(labels).toContainEqual(wave);
    expect(labels).toContainEqual(expect.objectContaining({ name: "extra" }));
  });

  it("reads one issue, and nothing where there is none", async () => {
    const ref = await world().writer.createIssue({ title: "Login", ...empty });

    expect(await world().issues.readIssue(ref.number)).toMatchObject({ ...ref, title: "Login" });
    expect(await world().issues.readIssue(ref.number + 1)).toBeUndefined();
  });
});
