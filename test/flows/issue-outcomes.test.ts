import { describe, expect, it } from "@jest/globals";
import { aSpecText } from "../support/a-spec-text.ts";
import { applyText } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

//  1.1 ──▶ 1.2 ──▶ 1.3
const chain = aSpecText(
  ["1.1", "Set up"],
  ["1.2", "Build the page", "1.1"],
  ["1.3", "Ship", "1.2"],
);
const reworded = chain.replace("Build the page", "Build the whole page");
const ticked = chain.replace("- [ ] **Task 1.2**", "- [x] **Task 1.2**");

async function applied(text = chain): Promise<FakeGitHub> {
  const github = new FakeGitHub();
  await applyText(github, text);
  return github;
}

function issueOf(github: FakeGitHub, title: string) {
  const issue = github.issues.all().find((other) => other.title.startsWith(title));
  if (issue === undefined) throw new Error(`no issue ${title}`);
  return issue;
}

/** Applies once more and gives what that wrote. */
async function writesOf(github: FakeGitHub, text: string): Promise<readonly string[]> {
  const before = github.writes.length;
  await applyText(github, text);
  return github.writes.slice(before);
}

describe("an issue that people closed", () => {
  it.each(["completed", "not_planned"] as const)("as %s stays closed", async (stateReason) => {
    const github = await applied();
    github.issues.edit(issueOf(github, "1.2").number, { state: "closed", stateReason });

    await applyText(github, chain);

    expect(issueOf(github, "1.2")).toMatchObject({ state: "closed", stateReason });
  });

  it("is flagged, in its text and in the summary, and not reopened, where the spec changes its task", async () => {
    const github = await applied();
    const { number } = issueOf(github, "1.2");
    github.issues.edit(number, { state: "closed" });

    const { summary } = await applyText(github, reworded);

    expect(issueOf(github, "1.2")).toMatchObject({ state: "closed" });
    expect(issueOf(github, "1.2").body).toContain("changed this task since its issue was closed");
    expect(summary?.flags).toMatchObject([{ kind: "changed", number }]);
    expect(await writesOf(github, reworded)).toEqual([]);
  });

  it("loses the flag once it is opened again", async () => {
    const github = await applied();
    const { number } = issueOf(github, "1.2");
    github.issues.edit(number, { state: "closed" });
    await applyText(github, reworded);
    github.issues.edit(number, { state: "open" });

    const { summary } = await applyText(github, reworded);

    expect(issueOf(github, "1.2")).toMatchObject({ state: "open" });
    expect(issueOf(github, "1.2").body).not.toContain("since its issue was closed");
    expect(summary?.flags).toEqual([]);
  });

  it("needs no write when the spec ticks its task off too", async () => {
    const github = await applied();
    github.issues.edit(issueOf(github, "1.2").number, { state: "closed" });
    await applyText(github, chain);

    const writes = await writesOf(github, ticked);

    expect(writes).toEqual([expect.stringContaining("commit")]);
  });

  it("is opened again when the spec unticks its task", async () => {
    const github = await applied();
    github.issues.edit(issueOf(github, "1.2").number, { state: "closed" });
    await applyText(github, ticked);

    await applyText(github, chain);

    expect(issueOf(github, "1.2").state).toBe("open");
  });
});

describe("an issue that people opened again", () => {
  it("though the spec calls its task done stays open, is flagged, and counts as open", async () => {
    const github = await applied();
    await applyText(github, ticked);
    const { number } = issueOf(github, "1.2");
    github.issues.edit(number, { state: "open" });

    const { summary } = await applyText(github, ticked);

    expect(issueOf(github, "1.2").state).toBe("open");
    expect(summary?.flags).toMatchObject([{ kind: "reopened", number }]);
    expect(issueOf(github, "Plan:").body).toContain("| **All** | 0 | 3 |");
    expect(await writesOf(github, ticked)).toEqual([]);
  });

  it("after its task left the spec stays open", async () => {
    const github = await applied();
    const shorter = aSpecText(["1.1", "Set up"], ["1.2", "Build the page", "1.1"]);
    await applyText(github, shorter);
    github.issues.edit(issueOf(github, "1.3").number, { state: "open" });

    expect(await writesOf(github, shorter)).toEqual([]);
    expect(issueOf(github, "1.3").state).toBe("open");
  });
});

describe("an issue that people opened again and completed", () => {
  const shorter = aSpecText(["1.1", "Set up"], ["1.2", "Build the page", "1.1"]);

  it("stays closed when its task comes back", async () => {
    const github = await applied();
    await applyText(github, shorter);
    const { number } = issueOf(github, "1.3");
    github.issues.edit(number, { state: "open" });
    github.issues.edit(number, { state: "closed", stateReason: "completed" });

    await applyText(github, chain);

    expect(issueOf(github, "1.3")).toMatchObject({ state: "closed", stateReason: "completed" });
    expect(await writesOf(github, chain)).toEqual([]);
  });

  it("is opened where it was not completed and nobody but us closed it", async () => {
    const github = await applied();
    await applyText(github, shorter);

    await applyText(github, chain);

    expect(issueOf(github, "1.3").state).toBe("open");
  });

  it("stays closed where the box is unticked again before a run could note it", async () => {
    const github = await applied();
    const count = github.writes.length;
    const probe = await applied();
    await applyText(probe, ticked);
    github.refuse({ afterWrites: probe.writes.length - count - 1, when: "before" });
    await applyText(github, ticked).catch(() => undefined);
    github.recover();
    const { number } = issueOf(github, "1.2");
    expect(issueOf(github, "1.2").state).toBe("closed");
    github.issues.edit(number, { state: "open" });
    github.issues.edit(number, { state: "closed" });

    await applyText(github, chain);

    expect(issueOf(github, "1.2").state).toBe("closed");
  });
});

describe("an issue that is gone from the repository", () => {
  it("is made anew once, with its links, and the summary names the one that is gone", async () => {
    const github = await applied();
    const old = issueOf(github, "1.2");
    github.issues.delete(old.number);

    const { summary } = await applyText(github, chain);

    const { number, blockedBy } = issueOf(github, "1.2");
    expect(summary?.remade).toMatchObject([{ number: old.number }]);
    expect(number).toBeGreaterThan(old.number);
    expect(blockedBy).toEqual([issueOf(github, "1.1").databaseId]);
    expect(issueOf(github, "1.3").blockedBy).toEqual([issueOf(github, "1.2").databaseId]);
    expect(await writesOf(github, chain)).toEqual([]);
  });

  it("is not made anew where the spec calls its task done", async () => {
    const github = await applied();
    github.issues.delete(issueOf(github, "1.2").number);

    await applyText(github, ticked);

    expect(github.issues.all().map(({ title }) => title)).not.toContain("1.2: Build the page");
  });

  it("is made anew where it was the tracking issue", async () => {
    const github = await applied();
    github.issues.delete(issueOf(github, "Plan:").number);

    await applyText(github, chain);

    expect(issueOf(github, "Plan:").body).toContain("3 tasks in 3 waves");
    expect(await writesOf(github, chain)).toEqual([]);
  });
});

describe("an issue that was closed as a duplicate", () => {
  it("stays closed, and its task is not done", async () => {
    const github = await applied();
    const { number } = issueOf(github, "1.2");
    github.issues.edit(number, { state: "closed", stateReason: "duplicate" });

    await applyText(github, chain);

    expect(issueOf(github, "1.2")).toMatchObject({ state: "closed", stateReason: "duplicate" });
    expect(issueOf(github, "Plan:").body).toContain("| **All** | 0 | 3 |");
  });
});

describe("a copy of an issue, its marker included", () => {
  it.each(["mona", "github-actions[bot]"])("that %s made is nobody's", async (login) => {
    const github = await applied();
    const { title, body } = issueOf(github, "1.2");
    const copy = github.issues.open(login, { title: `Copy of ${title}`, body, labels: [] });

    const writes = await writesOf(github, reworded);

    expect(writes).toHaveLength(2);
    const left = github.issues.all().find(({ number }) => number === copy.number);
    expect(left).toMatchObject({ title: `Copy of ${title}`, body, state: "open" });
  });

  it("that a stranger made before the first apply is not taken for ours", async () => {
    const model = await applied();
    const { body } = issueOf(model, "1.2");
    const github = new FakeGitHub();
    const forged = github.issues.open("mallory", { title: "Mine", body, labels: [] });

    await applyText(github, chain);

    const left = github.issues.all().find(({ number }) => number === forged.number);
    expect(left).toMatchObject({ title: "Mine", body });
    expect(issueOf(github, "1.2").number).not.toBe(forged.number);
  });
});

describe("a marker that people edited", () => {
  const edits: readonly (readonly [string, (body: string) => string])[] = [
    ["to name another task", (body) => body.replace("P1.T102", "P1.T103")],
    ["to name another plan", (body) => body.replace(/PLAN-[0-9a-f]{8}/, "PLAN-00000000")],
    ["away, with all the rest", () => "Only my words"],
    ["away, and only it", (body) => body.replace(/<!-- keysteps:begin .*-->\n/, "")],
    ["away at its end", (body) => body.replace("<!-- keysteps:end -->", "")],
  ];

  it.each(edits)("%s is put right, and the issue stays its task's", async (_, edit) => {
    const github = await applied();
    const { number, body } = issueOf(github, "1.2");
    github.issues.edit(number, { body: edit(body) });

    await applyText(github, reworded);

    const after = issueOf(github, "1.2");
    expect(after.number).toBe(number);
    expect(after.body).toMatch(/^<!-- keysteps:begin task PLAN-[0-9a-f]{8} P1\.T102 -->$/m);
    expect(after.body).toContain("<!-- keysteps:end -->");
    expect(github.issues.all()).toHaveLength(4);
    expect(await writesOf(github, reworded)).toEqual([]);
  });

  it("by swapping two issues' texts changes no issue's task", async () => {
    const github = await applied();
    const [one, two] = [issueOf(github, "1.1"), issueOf(github, "1.2")];
    github.issues.edit(one.number, { body: two.body });
    github.issues.edit(two.number, { body: one.body });

    await applyText(github, chain);

    expect(issueOf(github, "1.1")).toMatchObject({ number: one.number, body: one.body });
    expect(issueOf(github, "1.2")).toMatchObject({ number: two.number, body: two.body });
  });
});

describe("a plan whose tasks were", () => {
  it("split keeps the issue of the first part and gives the other its own", async () => {
    const github = await applied();
    const { number } = issueOf(github, "1.2");
    const split = aSpecText(
      ["1.1", "Set up"],
      ["1.2", "Build the page's head", "1.1"],
      ["1.2a", "Write the words of the footer", "1.2"],
      ["1.3", "Ship", "1.2a"],
    );

    const { summary } = await applyText(github, split);

    expect(issueOf(github, "1.2:").number).toBe(number);
    expect(summary?.added).toHaveLength(1);
    expect(summary?.closed).toEqual([]);
    expect(issueOf(github, "1.3").blockedBy).toEqual([issueOf(github, "1.2a").databaseId]);
    expect(await writesOf(github, split)).toEqual([]);
  });

  it("merged keeps the issue of one, and closes the other as not planned", async () => {
    const github = await applied();
    const { number } = issueOf(github, "1.2");
    const merged = aSpecText(["1.1", "Set up"], ["1.2", "Build the page and ship it", "1.1"]);

    const { summary } = await applyText(github, merged);

    expect(issueOf(github, "1.2: Build the page and ship it").number).toBe(number);
    expect(summary?.closed).toMatchObject([{ title: "1.3: Ship" }]);
    expect(issueOf(github, "1.3")).toMatchObject({ state: "closed", stateReason: "not_planned" });
    expect(await writesOf(github, merged)).toEqual([]);
  });

  it("moved and renumbered keep their issues, and only links and names change", async () => {
    const github = await applied();
    const before = github.issues.all().map(({ number }) => number);
    const moved = aSpecText(
      ["2.1", "Ship", "2.3"],
      ["2.2", "Set up"],
      ["2.3", "Build the page", "2.2"],
    );

    const { summary } = await applyText(github, moved);

    expect(github.issues.all().map(({ number }) => number)).toEqual(before);
    expect([summary?.added, summary?.closed]).toEqual([[], []]);
    expect(issueOf(github, "2.1: Ship").blockedBy).toEqual([issueOf(github, "2.3").databaseId]);
    expect(await writesOf(github, moved)).toEqual([]);
  });
});

describe("two specs in one repository", () => {
  it("with the same task IDs have issues of their own, and dropping one's task closes only that", async () => {
    const github = await applied();
    const path = "specs/other.md";
    await applyText(github, chain, { path });
    const [, second] = github.issues.all().filter(({ title }) => title === "1.3: Ship");

    await applyText(github, aSpecText(["1.1", "Set up"], ["1.2", "Build the page", "1.1"]), {
      path,
    });

    const closed = github.issues.all().filter(({ state }) => state === "closed");
    expect(closed.map(({ number }) => number)).toEqual([second?.number]);
    expect(await writesOf(github, chain)).toEqual([]);
  });
});

describe("an issue that people filled with text", () => {
  it("leaves the other issues to be written, keeps every word, and is told of", async () => {
    const github = await applied();
    const { number, body } = issueOf(github, "1.2");
    const full = body + "p".repeat(65_536 - body.length);
    github.issues.edit(number, { body: full });
    const more = "  - **Notes**: More of it";
    const [head, tail] = reworded.split("- [ ] **Task 1.3");
    const text = `${head}${more}\n- [ ] **Task 1.3${tail}${more}\n`;

    const { summary } = await applyText(github, text);
    const again = await applyText(github, text);

    expect(issueOf(github, "1.3").body).toContain("More of it");
    expect(issueOf(github, "1.2: Build the whole page").body).toBe(full);
    expect([summary?.flags, again.summary?.flags]).toMatchObject([
      [{ kind: "full", number }],
      [{ kind: "full", number }],
    ]);
    expect(await writesOf(github, text)).toEqual([]);
  });

  it("below the plan's table keeps every word too", async () => {
    const github = await applied();
    const { number, body } = issueOf(github, "Plan:");
    github.issues.edit(number, { body: `${body}\n${"p".repeat(65_000 - body.length)}` });
    const more = aSpecText(
      ...Array.from({ length: 30 }, (_, at) => [`2.${at + 1}`, `Piece ${at}`] as const),
    );

    await applyText(github, `${chain}${more.slice(more.indexOf("- [ ]"))}`);

    expect(issueOf(github, "Plan:").body).toContain("p".repeat(65_000 - body.length));
    expect(github.issues.all()).toHaveLength(34);
  });
});

describe("a title", () => {
  const long = `Build ${"a very ".repeat(50)}long page`;

  it("that people changed is the spec's again, and the summary says whose it was", async () => {
    const github = await applied();
    const { number } = issueOf(github, "1.2");
    github.issues.edit(number, { title: "Our page" });

    const { summary } = await applyText(github, chain);

    expect(issueOf(github, "1.2").number).toBe(number);
    expect(summary?.flags).toMatchObject([{ kind: "retitled", number, title: "Our page" }]);
  });

  it("that only the spec changed is told of as a change, not as theirs", async () => {
    const github = await applied();

    const { summary } = await applyText(github, reworded);

    expect(summary?.flags).toEqual([]);
  });

  it("that is too long for GitHub stands whole in the text", async () => {
    const github = await applied(chain.replace("Build the page", long));

    const { title, body } = issueOf(github, "1.2");

    expect([...title]).toHaveLength(256);
    expect(body.split("\n")[1]).toBe(`**1.2: ${long}**`);
    expect(issueOf(github, "1.1").body).not.toContain("**1.1: Set up**");
  });
});

describe("what people write on an issue", () => {
  it("while it runs is kept", async () => {
    const github = await applied();
    const { number, body } = issueOf(github, "1.3");
    const update = github.issues.updateIssue.bind(github.issues);
    github.issues.updateIssue = async (edited, changes) => {
      await update(edited, changes);
      if (edited < number) github.issues.edit(number, { body: `${body}\nJust in time` });
    };
    const text = reworded.replace("Ship", "Ship all");

    await applyText(github, text);

    expect(issueOf(github, "1.3: Ship all").body).toContain("Just in time");
  });
});
