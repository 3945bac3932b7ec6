import { describe, expect, it } from "@jest/globals";
import { aSpecText } from "../support/a-spec-text.ts";
import { applyText } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

const loose = aSpecText(["1.1", "Set up"], ["1.2", "Build"], ["1.3", "Show"]);
//  1.1 ──▶ 1.2 ──▶ 1.3
const chain = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"], ["1.3", "Show", "1.2"]);

async function applied(...texts: readonly string[]): Promise<FakeGitHub> {
  const github = new FakeGitHub();
  for (const text of texts) await applyText(github, text);
  return github;
}

function numberOf(github: FakeGitHub, id: string): number {
  return github.issues.all().find(({ title }) => title.startsWith(`${id}:`))?.number ?? 0;
}

function isLinked(github: FakeGitHub, blocked: string, blocking: string): boolean {
  const [issue, blocker] = [blocked, blocking].map((id) =>
    github.issues.all().find(({ number }) => number === numberOf(github, id)),
  );
  return issue?.blockedBy.includes(blocker?.databaseId ?? 0) ?? false;
}

describe("a link that a person made", () => {
  it("before the spec said the same stays when the spec says so no more, and ours goes", async () => {
    const github = await applied(loose);
    github.issues.link(numberOf(github, "1.2"), numberOf(github, "1.1"));

    await applyText(github, chain);
    await applyText(github, chain);
    await applyText(github, loose);

    expect(isLinked(github, "1.2", "1.1")).toBe(true);
    expect(isLinked(github, "1.3", "1.2")).toBe(false);
  });

  it("stays so wherever the apply that found it was cut short", async () => {
    const whole = await applied(loose);
    whole.issues.link(numberOf(whole, "1.2"), numberOf(whole, "1.1"));
    const start = whole.writes.length;
    await applyText(whole, chain);

    for (let n = 0; n < whole.writes.length - start; n++) {
      const github = await applied(loose);
      github.issues.link(numberOf(github, "1.2"), numberOf(github, "1.1"));
      github.refuse({ afterWrites: n, when: "after" });
      await applyText(github, chain).catch(() => undefined);
      github.recover();
      await applyText(github, loose);

      const links = [isLinked(github, "1.2", "1.1"), isLinked(github, "1.3", "1.2")];
      expect({ n, links }).toEqual({ n, links: [true, false] });
    }
  });

  it("again after taking ours away stays when the spec says so no more", async () => {
    const github = await applied(chain);
    const [first, second] = [numberOf(github, "1.1"), numberOf(github, "1.2")];
    github.issues.unlink(second, first);
    await applyText(github, chain);
    github.issues.link(second, first);

    await applyText(github, chain);
    await applyText(github, loose);

    expect(isLinked(github, "1.2", "1.1")).toBe(true);
    expect(isLinked(github, "1.3", "1.2")).toBe(false);
  });

  it("and took away again is not made in its place", async () => {
    const github = await applied(loose);
    const [first, second] = [numberOf(github, "1.1"), numberOf(github, "1.2")];
    github.issues.link(second, first);
    await applyText(github, chain);
    github.issues.unlink(second, first);
    const writes = github.writes.length;

    await applyText(github, chain);

    expect(github.writes.slice(writes)).toEqual([]);
    expect(isLinked(github, "1.2", "1.1")).toBe(false);
  });
});

describe("a label with a name like ours", () => {
  const migrating = aSpecText(["1.1", "Run the orders migration"], ["1.2", "Build", "1.1"]);
  const plain = aSpecText(["1.1", "Run the orders page"], ["1.2", "Build"]);
  const [resource, wave] = ["resource:database_migrations", "wave:2"];

  function labelsOf(github: FakeGitHub, id: string): readonly string[] {
    const number = numberOf(github, id);
    return github.issues.all().find((issue) => issue.number === number)?.labels ?? [];
  }

  it("that people had before keeps its colour and words, and stays on every issue", async () => {
    const github = new FakeGitHub();
    const theirs = { name: "resource:gpu", color: "123456", description: "needs the big machine" };
    github.issues.define(theirs);
    github.issues.define({ name: wave, color: "abcdef", description: "second release" });
    await applyText(github, migrating);
    const labels = [...labelsOf(github, "1.1"), "resource:gpu", wave];
    github.issues.edit(numberOf(github, "1.1"), { labels });

    await applyText(github, migrating);
    await applyText(github, plain);

    expect(labelsOf(github, "1.1")).toEqual(expect.arrayContaining(["resource:gpu", wave]));
    const defined = (await github.issues.observe([])).labels;
    expect(defined).toEqual(expect.arrayContaining([theirs]));
    expect(defined.find(({ name }) => name === wave)?.color).toBe("abcdef");
  });

  it("that they put on an issue themselves stays, and ours goes with its reason", async () => {
    const github = await applied(migrating);
    const second = numberOf(github, "1.2");
    github.issues.edit(second, { labels: [...labelsOf(github, "1.2"), resource] });

    await applyText(github, migrating);
    await applyText(github, plain);

    expect(labelsOf(github, "1.1")).not.toContain(resource);
    expect(labelsOf(github, "1.2")).toContain(resource);
  });

  it("that they had put on an issue before it was taken over stays when the task needs it no more", async () => {
    const github = new FakeGitHub();
    const old = { title: "1.1: Run the orders migration", body: "words", labels: [resource] };
    github.issues.open("octo", old);
    await applyText(github, migrating, { adopt: { mappingFile: undefined } });

    await applyText(github, plain);

    expect(numberOf(github, "1.1")).toBe(1);
    expect(labelsOf(github, "1.1")).toContain(resource);
  });

  it("of a wave that we defined follows the plan", async () => {
    const github = await applied(migrating);
    github.issues.edit(numberOf(github, "1.1"), { labels: ["wave:1", wave] });

    await applyText(github, migrating);

    expect(labelsOf(github, "1.1")).not.toContain(wave);
  });
});
