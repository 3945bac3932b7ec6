import { describe, expect, it } from "@jest/globals";
import { undoApply } from "../../src/flows/undo-apply.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { applyText, specPath, testTools } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

//  1.1 ──▶ 1.2 ──▶ 1.3
const before = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"], ["1.3", "Test", "1.2"]);
const after = aSpecText(
  ["1.1", "Set up everything"],
  ["1.2", "Build"],
  ["1.4", "Run the orders migration", "1.2"],
);

function undo(github: FakeGitHub, { path = specPath, isDryRun = false } = {}) {
  return undoApply({ path, overrides: {}, isDryRun }, github.ports, testTools);
}

async function applied(...texts: readonly string[]): Promise<FakeGitHub> {
  const github = new FakeGitHub();
  for (const text of texts) await applyText(github, text);
  return github;
}

function look(github: FakeGitHub) {
  const nameOf = new Map(github.issues.all().map((issue) => [issue.databaseId, issue.title]));
  return github.issues.all().map(({ title, state, labels, blockedBy, body }) => ({
    ...{ title, state, labels: labels.toSorted() },
    blockedBy: blockedBy.map((id) => nameOf.get(id)).toSorted(),
    body: body.replace(/blob\/[0-9a-f]{40}/g, "blob/SHA"),
  }));
}

describe("undoing the last apply", () => {
  it("brings issues, labels, links and texts back to the apply before, and closes what it made", async () => {
    const github = await applied(before);
    const wanted = look(github);
    await applyText(github, after);

    await undo(github);

    const made = github.issues.all().filter(({ title }) => title.startsWith("1.4"));
    expect(made).toMatchObject([{ state: "closed", stateReason: "not_planned" }]);
    expect(look(github).filter(({ title }) => !title.startsWith("1.4"))).toEqual(wanted);
  });

  it("keeps what people wrote, ticked and labelled since", async () => {
    const github = await applied(before, after);
    const [, issue] = github.issues.all();
    const number = issue?.number ?? 0;
    github.issues.edit(number, { body: `Mine\n\n${issue?.body}`, labels: ["wave:1", "urgent"] });

    await undo(github);

    expect(github.issues.all()[1]).toMatchObject({ title: "1.1: Set up", state: "open" });
    expect(github.issues.all()[1]?.body).toMatch(/^Mine\n/);
    expect(github.issues.all()[1]?.labels).toContain("urgent");
  });

  it("closes all where there was no apply before, and an apply opens the same issues again", async () => {
    const github = await applied(before);
    const wanted = look(github);

    await undo(github);

    const states = github.issues.all().map(({ state, stateReason }) => [state, stateReason]);
    expect(states).toEqual(Array.from({ length: 4 }, () => ["closed", "not_planned"]));

    await applyText(github, before);

    expect(look(github)).toEqual(wanted);
  });

  it("done twice brings the last apply back", async () => {
    const github = await applied(before, after);
    const wanted = look(github);

    await undo(github);
    await undo(github);

    expect(look(github)).toEqual(wanted);
  });

  it("stays undone: the next apply of the older text has nothing to write", async () => {
    const github = await applied(before, after);
    await undo(github);
    const writes = github.writes.length;

    await applyText(github, before);

    expect(github.writes.slice(writes).filter((line) => !line.startsWith("commit"))).toEqual([]);
  });

  it("writes nothing on a dry run, and says what it would", async () => {
    const github = await applied(before, after);
    const writes = github.writes.length;

    const { lines } = await undo(github, { isDryRun: true });

    expect(github.writes).toHaveLength(writes);
    expect(lines).toEqual(
      expect.arrayContaining([expect.stringMatching(/^- issue #\d+ P1\.T104/)]),
    );
  });

  it("goes on where it was cut short, for every n", async () => {
    const whole = await applied(before, after);
    const writesBefore = whole.writes.length;
    await undo(whole);

    for (let n = 0; n < whole.writes.length - writesBefore; n++) {
      const github = await applied(before, after);
      github.refuse({ afterWrites: n, when: "after" });
      await undo(github).catch(() => undefined);
      github.recover();
      const isDone = look(github).every((issue, at) => issue.title === look(whole)[at]?.title);

      if (!isDone || n < whole.writes.length - writesBefore - 1) await undo(github);

      expect({ n, issues: look(github) }).toEqual({ n, issues: look(whole) });
    }
  });

  it("refuses a spec that was never applied, and names those that were", async () => {
    const github = await applied(before);

    await expect(undo(github, { path: "specs/none.md" })).rejects.toThrow(
      "no plan of it; it has those of specs/small.md",
    );
  });

  it("refuses where the spec of the apply before is not at its commit any more", async () => {
    const github = new FakeGitHub();
    await applyText(github, before);
    await applyText(github, after);
    const { readFile } = github.source;
    github.source.readFile = async (path, ref) =>
      (await readFile.call(github.source, path, ref))?.replace("Build", "Rebuild all of it");
    const writes = github.writes.length;

    await expect(undo(github)).rejects.toThrow("is not what was applied before it");
    expect(github.writes).toHaveLength(writes);
  });

  it("is not held up by the number of issues that it closes, which we made", async () => {
    const names = Array.from({ length: 40 }, (_, at) => [`1.${at + 1}`, `Piece ${at}`] as const);
    const github = await applied(aSpecText(...names));

    await undo(github);

    expect(github.issues.all().every(({ state }) => state === "closed")).toBe(true);
  });

  it("refuses where the commit of the apply before is not on GitHub, and says so", async () => {
    const github = await applied(before, after);
    github.source.compareCommits = async () => undefined;

    await expect(undo(github)).rejects.toThrow("is not on GitHub; push it");
  });
});

describe("undoing an apply that took issues over", () => {
  const theirs = { title: "1.2: Build!", body: "words\n\n- [ ] theirs", labels: ["urgent"] };

  /** Issue 1 is people's, and is taken over for task 1.2. */
  async function adopted(first?: string): Promise<FakeGitHub> {
    const github = new FakeGitHub();
    if (first !== undefined) await applyText(github, first);
    github.issues.open("octo", theirs);
    await applyText(github, before, { adopt: { mappingFile: undefined } });
    return github;
  }

  const ofPeople = (github: FakeGitHub) =>
    github.issues.all().find(({ authorLogin }) => authorLogin === "octo");

  it.each([undefined, aSpecText(["1.1", "Set up"])])(
    "gives them back as they were, open, and closes only what it made",
    async (first) => {
      const github = await adopted(first);
      expect(ofPeople(github)?.title).toBe("1.2: Build");

      await undo(github);

      expect(ofPeople(github)).toMatchObject({ ...theirs, state: "open", blockedBy: [] });
      const made = github.issues.all().filter(({ title }) => title.startsWith("1.3"));
      expect(made).toMatchObject([{ state: "closed" }]);
    },
  );

  it("keeps what people wrote, the title that they gave and their labels", async () => {
    const github = await adopted();
    const { number = 0, body = "" } = ofPeople(github) ?? {};
    github.issues.edit(number, { title: "Build it", body: `Above\n${body}\nbelow` });

    await undo(github);

    expect(ofPeople(github)).toMatchObject({ title: "Build it", state: "open" });
    expect(ofPeople(github)?.body).toMatch(/^Above\n\s*words\n\n- \[ \] theirs\nbelow$/);
  });

  it("leaves nothing to be applied to them: an apply makes issues of its own", async () => {
    const github = await adopted();
    await undo(github);

    await applyText(github, before);

    expect(ofPeople(github)).toMatchObject({ ...theirs, state: "open" });
    expect(github.issues.all().filter(({ title }) => title === "1.2: Build")).toHaveLength(1);
  });

  it("twice takes them over again", async () => {
    const github = await adopted();
    const wanted = look(github);

    await undo(github);
    await undo(github);

    expect(look(github)).toEqual(wanted);
  });
});
