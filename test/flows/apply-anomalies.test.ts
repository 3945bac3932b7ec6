import { describe, expect, it } from "@jest/globals";
import { aSpecText } from "../support/a-spec-text.ts";
import { applyText } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

const text = aSpecText(
  ["1.1", "Set up"],
  ["1.2", "Run the orders migration", "1.1"],
  ["1.3", "Build the page", "1.1"],
  ["1.4", "Run the users migration", "1.2"],
  ["1.5", "Deploy to production", "1.3", "1.4"],
);

/** What people can see of a GitHub: no number or ID that depends on how it came to be. */
function look(github: FakeGitHub) {
  const issues = github.issues.all();
  const titleOf = new Map(issues.map(({ databaseId, title }) => [databaseId, title]));
  return issues
    .map(({ title, state, labels, blockedBy, parent }) => ({
      title,
      state,
      labels: labels.toSorted(),
      parent: titleOf.get(parent ?? 0),
      blockedBy: (blockedBy ?? []).map((id) => titleOf.get(id)).toSorted(),
    }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1));
}

async function countWrites(): Promise<number> {
  const github = new FakeGitHub();
  await applyText(github, text);
  return github.writes.length;
}

describe.each(["before", "after"] as const)(
  "an apply that fails %s its n-th write took effect",
  (when) => {
    it("ends, run again, with the same issues, none twice, for every n", async () => {
      const whole = new FakeGitHub();
      await applyText(whole, text);
      const wanted = look(whole);

      for (let n = 0; n < (await countWrites()); n++) {
        const github = new FakeGitHub();
        github.refuse({ afterWrites: n, when });
        await expect(applyText(github, text)).rejects.toMatchObject({ remedy: "try-later" });
        github.recover();

        await applyText(github, text);
        const settled = github.writes.length;
        await applyText(github, text);

        expect({ n, issues: look(github) }).toEqual({ n, issues: wanted });
        expect({ n, writes: github.writes.slice(settled) }).toEqual({ n, writes: [] });
      }
    });
  },
);

//  A: 1.1 ─▶ 1.2 ─▶ 1.3        B: 1.1 ─▶ 1.3 ─▶ 1.2, 1.4      C: 1.2 ─▶ 1.3, 1.1 ─▶ 1.3, 1.5
const before = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"], ["1.3", "Test", "1.2"]);
const between = aSpecText(
  ["1.1", "Set up all"],
  ["1.2", "Build", "1.3"],
  ["1.3", "Test", "1.1"],
  ["1.4", "Tell people", "1.2"],
);
const after = aSpecText(
  ["1.1", "Set up"],
  ["1.2", "Build"],
  ["1.3", "Test", "1.1", "1.2"],
  ["1.5", "Celebrate", "1.3"],
);

async function apply(github: FakeGitHub, ...texts: readonly string[]): Promise<void> {
  for (const each of texts) await applyText(github, each);
}

/** Applies `edit` and fails at its n-th write; undefined if it has fewer. */
async function cutShort(github: FakeGitHub, edit: string, n: number, when: "before" | "after") {
  github.refuse({ afterWrites: n, when });
  const isCut = await applyText(github, edit).then(
    () => false,
    () => true,
  );
  github.recover();
  return isCut;
}

describe.each(["before", "after"] as const)(
  "an edit that fails %s its n-th write took effect",
  (when) => {
    it("leaves nothing behind once the next edit is applied, for every n", async () => {
      const whole = new FakeGitHub();
      await apply(whole, before, after);
      const wanted = look(whole);

      for (let n = 0; ; n++) {
        const github = new FakeGitHub();
        await apply(github, before);
        if (!(await cutShort(github, between, n, when))) break;

        await apply(github, after);

        const left = look(github).filter(
          ({ title, state }) => state === "open" || !title.startsWith("1.4"),
        );
        expect({ n, issues: left }).toEqual({ n, issues: wanted });
      }
    });

    it("leaves the links of an issue that was deleted and made anew, for every n", async () => {
      const whole = new FakeGitHub();
      await apply(whole, before);
      const wanted = look(whole);

      for (let n = 0; ; n++) {
        const github = new FakeGitHub();
        await apply(github, before);
        const deleted = github.issues.all().find(({ title }) => title.startsWith("1.2"));
        github.issues.delete(deleted?.number ?? 0);
        if (!(await cutShort(github, before, n, when))) break;

        await apply(github, before);

        expect({ n, issues: look(github) }).toEqual({ n, issues: wanted });
      }
    });

    it("makes a dependency again that was taken out and is stated anew, for every n", async () => {
      const without = aSpecText(["1.1", "Set up"], ["1.2", "Build"], ["1.3", "Test", "1.2"]);
      const whole = new FakeGitHub();
      await apply(whole, before);
      const wanted = look(whole);

      for (let n = 0; ; n++) {
        const github = new FakeGitHub();
        await apply(github, before);
        if (!(await cutShort(github, without, n, when))) break;

        await apply(github, before);

        expect({ n, issues: look(github) }).toEqual({ n, issues: wanted });
      }
    });
  },
);
