import { describe, expect, it } from "@jest/globals";
import { leaseMs } from "../../src/core/model/lease.ts";
import { undoApply } from "../../src/flows/undo-apply.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { applyText, specPath, testTools } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

const bot = "github-actions[bot]";
const list = (...titles: readonly string[]) =>
  `# Shop\n\n${titles.map((title) => `- [ ] ${title}\n`).join("")}`;
const first = ["Set up the shop", "Show all orders of a reader", "Tell people about the shop"];
const more = ["Draw the logo of the shop", ...first];

/** Applies a text for the first time and fails once so many writes took effect; false if it has fewer. */
async function cutShort(github: FakeGitHub, text: string, n: number): Promise<boolean> {
  github.refuse({ afterWrites: n, when: n % 2 === 0 ? "before" : "after" });
  const isCut = await applyText(github, text).then(
    () => false,
    () => true,
  );
  github.recover();
  return isCut;
}

function titlesOf(github: FakeGitHub): readonly string[] {
  return github.issues.all().map(({ title }) => title);
}

describe("a first apply that was cut short at any write", () => {
  it.each([
    ["a task was put in before all others", { path: specPath }],
    ["also the spec was renamed", { path: "specs/new.md", previousPath: specPath }],
    ["also the spec was moved where nobody told of it", { path: "plans/other.md" }],
  ])("is gone on with, no issue twice, though %s", async (_, place) => {
    for (let n = 0; ; n++) {
      const github = new FakeGitHub();
      if (!(await cutShort(github, list(...first), n))) break;

      github.source.commit({ [specPath]: undefined });
      await applyText(github, list(...more), place);

      const wanted = ["Plan: Shop", ...more].toSorted();
      expect({ n, titles: titlesOf(github).toSorted() }).toEqual({ n, titles: wanted });
      expect({ n, open: github.issues.all().every(({ state }) => state === "open") }).toEqual({
        n,
        open: true,
      });
    }
  });

  it("is taken back like any other, and its issues are closed", async () => {
    const github = new FakeGitHub();
    await cutShort(github, list(...first), 10);
    expect(titlesOf(github)).toContain(first[0]);
    expect(titlesOf(github)).not.toContain(first[2]);
    const limits = { maxCreate: 9, maxClose: 9 };

    const request = { path: specPath, overrides: {}, limits, isDryRun: false };
    await undoApply(request, github.ports, testTools);

    expect(new Set(github.issues.all().map(({ state }) => state))).toEqual(new Set(["closed"]));
  });
});

describe("an issue with our marker that another workflow opened under our login", () => {
  const text = aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"]);
  const shorter = aSpecText(["1.1", "Set up"]);

  /** What the other workflow writes: it copies what somebody wrote. */
  async function forge(github: FakeGitHub, id = "P1.T102"): Promise<number> {
    const other = new FakeGitHub();
    await applyText(other, text);
    const issue = other.issues.all().find(({ body }) => body.includes(id));
    return github.issues.open(bot, { title: "Mine", body: issue?.body ?? "", labels: [] }).number;
  }

  it("stops a first apply before it writes, and says which and what to do", async () => {
    const github = new FakeGitHub();
    const number = await forge(github);

    await expect(applyText(github, text)).rejects.toThrow(
      `#${number} bear the marker of its plan, and branch keysteps has no record of it`,
    );
    expect(github.writes).toEqual([]);
  });

  it("is taken over where the user says so", async () => {
    const github = new FakeGitHub();
    await forge(github);

    await applyText(github, text, { adopt: { mappingFile: undefined } });

    expect(titlesOf(github).toSorted()).toEqual([
      "1.1: Set up",
      "1.2: Build",
      "Plan: A small thing",
    ]);
  });

  it.each(["before an apply", "between an apply that was cut short and the next"])(
    "%s is left alone",
    async (when) => {
      const github = new FakeGitHub();
      await applyText(github, shorter);
      const isBefore = when === "before an apply";
      const early = isBefore ? await forge(github) : 0;
      await cutShort(github, text, 1);
      github.now += leaseMs + 1000;
      const number = isBefore ? early : await forge(github);

      await applyText(github, text);

      const forged = github.issues.all().find((issue) => issue.number === number);
      expect(forged).toMatchObject({ title: "Mine", state: "open", parent: null });
      expect(titlesOf(github).filter((title) => title === "1.2: Build")).toHaveLength(1);
    },
  );
});
