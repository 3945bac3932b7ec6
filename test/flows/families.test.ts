import { describe, expect, it } from "@jest/globals";
import { aSpecText } from "../support/a-spec-text.ts";
import { aWideSpec } from "../support/a-wide-spec.ts";
import { applyText } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

const small = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"], ["1.3", "Show", "1.2"]);

function issueOf(github: FakeGitHub, title: string) {
  const issue = github.issues.all().find((other) => other.title === title);
  if (!issue) throw new Error(`no issue ${title}`);
  return issue;
}

/** Title of each issue's parent, by title. */
function families(github: FakeGitHub): Readonly<Record<string, string | undefined>> {
  const issues = github.issues.all();
  const titleOf = new Map(issues.map(({ databaseId, title }) => [databaseId, title]));
  return Object.fromEntries(issues.map(({ title, parent }) => [title, titleOf.get(parent ?? 0)]));
}

/** How many issues stand below each. */
function countChildren(github: FakeGitHub): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const parent of Object.values(families(github))) {
    if (parent !== undefined) counts[parent] = (counts[parent] ?? 0) + 1;
  }
  return counts;
}

async function writesOf(github: FakeGitHub, text: string): Promise<readonly string[]> {
  const before = github.writes.length;
  await applyText(github, text);
  return github.writes.slice(before).filter((line) => !line.startsWith("commit"));
}

describe("the parents of a plan's issues", () => {
  it("stay as people set them and as they took them away", async () => {
    const github = new FakeGitHub();
    await applyText(github, small);
    const epic = github.issues.open("mona", { title: "Epic", body: "", labels: [] });
    github.issues.adopt(issueOf(github, "1.1: Set up").number, epic.number);
    github.issues.adopt(issueOf(github, "1.2: Build").number, undefined);

    expect(await writesOf(github, small)).toEqual([]);
    await applyText(github, small.replace("Show", "Show it"));

    expect(families(github)).toMatchObject({ "1.1: Set up": "Epic", "1.2: Build": undefined });
  });

  it("are given to issues that were made before there were parents", async () => {
    const github = new FakeGitHub();
    await applyText(github, small);
    const files = await github.branch.readFiles("plans", ["record.json"]);
    const [[path, text] = ["", ""]] = [...files.files];
    github.branch.commit(new Map([[path, text.replaceAll(/,"parent":"[^"]*"/g, "")]]));
    for (const { number } of github.issues.all()) github.issues.adopt(number, undefined);

    const writes = await writesOf(github, small);

    expect(writes).toHaveLength(3);
    expect(countChildren(github)).toEqual({ "Plan: A small thing": 3 });
    expect(await writesOf(github, small)).toEqual([]);
  });

  it("are a new tracking issue where the old one was deleted", async () => {
    const github = new FakeGitHub();
    await applyText(github, small);
    github.issues.delete(issueOf(github, "Plan: A small thing").number);

    await applyText(github, small);

    expect(countChildren(github)).toEqual({ "Plan: A small thing": 3 });
    expect(await writesOf(github, small)).toEqual([]);
  });

  it("are one issue a feature above 100 tasks, in parts of 100", async () => {
    const github = new FakeGitHub();
    const text = aWideSpec({ Shop: 30, Stock: 120 });

    await applyText(github, text);

    expect(countChildren(github)).toEqual({
      ...{ "Plan: A wide thing": 3, Shop: 30, Stock: 100, "Stock (2)": 20 },
    });
    expect(await writesOf(github, text)).toEqual([]);
  });

  it("stay where people put them among groups of ours", async () => {
    const github = new FakeGitHub();
    const text = aWideSpec({ Shop: 30, Stock: 80 });
    await applyText(github, text);
    const moved = issueOf(github, "1.1: Build part 1 of Shop");
    github.issues.adopt(moved.number, issueOf(github, "Stock").number);

    expect(await writesOf(github, text)).toEqual([]);
    await applyText(github, text.replace("part 1 of Shop", "part one of Shop"));

    expect(families(github)).toMatchObject({ "1.1: Build part one of Shop": "Stock" });
  });

  it("move to groups when a plan grows beyond 100 tasks, though the tracking issue is full", async () => {
    const github = new FakeGitHub();
    await applyText(github, aWideSpec({ Shop: 40, Stock: 60 }));
    expect(countChildren(github)).toEqual({ "Plan: A wide thing": 100 });
    const grown = aWideSpec({ Shop: 41, Stock: 60 });

    await applyText(github, grown);

    expect(countChildren(github)).toEqual({ "Plan: A wide thing": 2, Shop: 41, Stock: 60 });
    expect(await writesOf(github, grown)).toEqual([]);
  });

  it("stay groups when it shrinks again, move nobody for one more task, and close where nothing is left", async () => {
    const github = new FakeGitHub();
    await applyText(github, aWideSpec({ Shop: 50, Stock: 52 }));
    const more = await writesOf(github, aWideSpec({ Shop: 50, Stock: 53 }));
    const less = aWideSpec({ Shop: 50 });

    await applyText(github, less);

    expect(more.filter((line) => line.startsWith("put"))).toEqual([]);
    expect(issueOf(github, "Stock")).toMatchObject({ state: "closed", stateReason: "not_planned" });
    expect(issueOf(github, "Shop").state).toBe("open");
    expect(await writesOf(github, less)).toEqual([]);
    await applyText(github, aWideSpec({ Shop: 50, Stock: 52 }));
    expect(issueOf(github, "Stock").state).toBe("open");
  });

  it("leave out what does not fit where people filled the tracking issue", async () => {
    const github = new FakeGitHub();
    await applyText(github, small);
    const tracking = issueOf(github, "Plan: A small thing").number;
    for (let index = 0; index < 97; index++) {
      const { number } = github.issues.open("mona", {
        title: `Mine ${index}`,
        body: "",
        labels: [],
      });
      github.issues.adopt(number, tracking);
    }
    const grown = `${small}\n- [ ] **Task 1.4** Extra\n`;

    await applyText(github, grown);

    expect(families(github)).toMatchObject({ "1.4: Extra": undefined });
    expect(await writesOf(github, grown)).toEqual([]);
  });

  it.each(["before", "after"] as const)(
    "come out the same where an apply of many tasks failed %s any write took effect",
    async (when) => {
      const text = aWideSpec({ Shop: 4, Stock: 98 });
      const whole = new FakeGitHub();
      await applyText(whole, text);
      const wanted = families(whole);

      // What took effect unseen is the harder case: every write; what did not, every third.
      for (let n = 0; n < 30; n += when === "after" ? 1 : 3) {
        const github = new FakeGitHub();
        github.refuse({ afterWrites: n, when });
        await expect(applyText(github, text)).rejects.toMatchObject({ remedy: "try-later" });
        github.recover();

        await applyText(github, text);

        expect({ n, families: families(github) }).toEqual({ n, families: wanted });
        expect(await writesOf(github, text)).toEqual([]);
      }
    },
    60_000,
  );
});
