import { describe, expect, it } from "@jest/globals";
import { aSpecText } from "../support/a-spec-text.ts";
import { startHttpShop } from "../support/apply-over-http.ts";
import { applyText } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

const small = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"], ["1.3", "Show", "1.2"]);
const settings = (milestone: string, type = "Task") =>
  `issues:\n  milestone: ${milestone}\n  type: ${type}\n`;

function fieldsOf(github: FakeGitHub) {
  const tasks = github.issues.all().filter(({ title }) => !title.startsWith("Plan:"));
  return tasks.map(({ milestone, type }) => [milestone, type]);
}

async function writesOf(github: FakeGitHub, configText: string | undefined) {
  const before = github.writes.length;
  await applyText(github, small, { configText });
  return github.writes.slice(before).filter((line) => !line.startsWith("commit"));
}

describe("milestone and type of a plan's issues", () => {
  it("are none where the settings name none", async () => {
    const github = new FakeGitHub();

    await applyText(github, small);

    expect(fieldsOf(github)).toEqual(Array.from({ length: 3 }, () => [undefined, undefined]));
  });

  it("come with the issues, and follow the settings by one write an issue", async () => {
    const github = new FakeGitHub();
    const first = await writesOf(github, settings("First"));

    expect(first.filter((line) => line.startsWith("update"))).toHaveLength(1); // the tracking issue
    expect(fieldsOf(github)).toEqual(Array.from({ length: 3 }, () => ["First", "Task"]));
    expect(await writesOf(github, settings("first"))).toEqual([]);

    expect(await writesOf(github, settings("Second", "Bug"))).toHaveLength(3);
    expect(fieldsOf(github)).toEqual(Array.from({ length: 3 }, () => ["Second", "Bug"]));
  });

  it("stay as people set them and as they took them away", async () => {
    const github = new FakeGitHub();
    await applyText(github, small, { configText: settings("First") });
    const [, one, two] = github.issues.all();
    github.issues.edit(one?.number ?? 0, { milestone: "Mine" });
    github.issues.mark(two?.number ?? 0, { milestone: undefined, type: undefined });

    expect(await writesOf(github, settings("First"))).toEqual([]);
    await writesOf(github, settings("Second"));

    expect(fieldsOf(github)).toEqual([
      ["Mine", "Task"],
      [undefined, undefined],
      ["Second", "Task"],
    ]);
  });

  it("are written by the real adapters, the milestone made once, each issue in two writes", async () => {
    const { sandbox, push, apply } = await startHttpShop({ ownerType: "Organization" });
    sandbox.addIssueType("acme", "Task");
    push(small, { ".github/keysteps.yml": settings("First") });

    await apply();
    const { writes, byOperation } = sandbox.counts();
    await apply();

    const tasks = sandbox.issues("acme/shop").slice(1);
    await sandbox.close();
    expect(tasks.map(({ milestone, type }) => [milestone?.title, type?.name])).toEqual(
      Array.from({ length: 3 }, () => ["First", "Task"]),
    );
    expect(byOperation).toMatchObject({ "issues/create-milestone": 1, "issues/update": 4 });
    expect(sandbox.counts().writes).toBe(writes);
    expect(sandbox.faultsOfOurs).toEqual([]);
  });

  it("end the run with the mend where GitHub does not know the type", async () => {
    const { sandbox, push, apply } = await startHttpShop({ ownerType: "Organization" });
    push(small, { ".github/keysteps.yml": settings("First", "Chore") });

    const attempt = apply();

    await expect(attempt).rejects.toMatchObject({
      remedy: "fix-input",
      message: expect.stringContaining("Chore"),
    });
    await sandbox.close();
  });
});
