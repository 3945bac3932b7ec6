import { describe, expect, it } from "@jest/globals";
import { applySpecs } from "../../src/flows/apply-specs.ts";
import { defaultLimits } from "../../src/flows/refuse-large-patch.ts";
import { aRun } from "../support/a-run.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { testTools } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

const first = aSpecText(["1.1", "Set up"], ["1.2", "Build the page", "1.1"]);
const second = first.replace("Build the page", "Build the whole page");
const third = first.replace("Build the page", "Build the shop");
const a = "specs/a.md";
const b = "specs/b.md";
const nothing = "0".repeat(40);

function apply(github: FakeGitHub, before: string, after: string, limits = defaultLimits) {
  const options = aRun({ specGlobs: ["specs/**/*.md"], limits });
  return applySpecs({ before, after }, github.ports, testTools, options);
}

function titles(github: FakeGitHub): readonly string[] {
  return github.issues.all().map(({ title }) => title);
}

describe("a push", () => {
  it("does not take a newer plan back when it is run again later", async () => {
    const github = new FakeGitHub();
    const one = github.source.commit({ [a]: first });
    const two = github.source.commit({ [a]: second });
    await apply(github, nothing, one);
    await apply(github, one, two);
    const before = github.writes.length;

    const { ref } = await apply(github, nothing, one);

    expect(ref).toBe(two);
    expect(github.writes.slice(before)).toEqual([]);
    expect(titles(github)).toContain("1.2: Build the whole page");
  });

  it("does not bring back a text that was taken back while its run waited", async () => {
    const github = new FakeGitHub();
    const one = github.source.commit({ [a]: first });
    await apply(github, nothing, one);
    const two = github.source.commit({ [a]: second });
    const three = github.source.commit({ [a]: first });
    await apply(github, two, three);

    await apply(github, one, two);

    expect(titles(github)).toContain("1.2: Build the page");
  });

  it("catches up with a push whose run was cancelled", async () => {
    const github = new FakeGitHub();
    const one = github.source.commit({ [a]: first });
    await apply(github, nothing, one);
    github.source.commit({ [b]: third }); // its run never came
    const two = github.source.commit({ "README.md": "hello" });
    const three = github.source.commit({ "README.md": "hello again" });

    await apply(github, two, three);

    expect(titles(github)).toContain("1.2: Build the shop");
  });

  it("catches up with what it left itself when it was cut short between two specs", async () => {
    const github = new FakeGitHub();
    const one = github.source.commit({ [a]: first, [b]: third });
    github.refuse({ afterWrites: 16, when: "before" });
    await expect(apply(github, nothing, one)).rejects.toMatchObject({ remedy: "try-later" });
    github.recover();
    const two = github.source.commit({ "README.md": "hello" });

    await apply(github, nothing, one);
    await apply(github, one, two);

    expect(titles(github).filter((title) => title.startsWith("1.2"))).toEqual([
      "1.2: Build the page",
      "1.2: Build the shop",
    ]);
  });

  it("applies itself where GitHub's answer still shows the commit before it", async () => {
    const github = new FakeGitHub();
    const one = github.source.commit({ [a]: first });
    const two = github.source.commit({ [a]: second });
    const facts = await github.source.readRepository();
    github.source.readRepository = async () => ({ ...facts, headSha: one });

    await apply(github, one, two);

    expect(titles(github)).toContain("1.2: Build the whole page");
  });

  it("notes how far it came only beside a plan that changed", async () => {
    const github = new FakeGitHub();
    const one = github.source.commit({ [a]: first });
    await apply(github, nothing, one);
    const before = github.writes.length;
    const two = github.source.commit({ "README.md": "hello" });

    await apply(github, one, two);

    expect(github.writes.slice(before)).toEqual([]);
  });

  it.each([
    [{ maxCreate: 1, maxClose: 20 }, "would create 2 issues, and 1 are allowed"],
    [{ maxCreate: 0, maxClose: 0 }, "would create 2 issues, and 0 are allowed"],
  ])(
    "stops before the first write where it would make more issues than %j",
    async (limits, words) => {
      const github = new FakeGitHub();
      const one = github.source.commit({ [a]: first });

      const { failures } = await apply(github, nothing, one, limits);

      expect(failures).toMatchObject([
        { specPath: a, error: { message: expect.stringMatching(words) } },
      ]);
      expect(github.writes).toEqual([]);
    },
  );

  it("stops before the first write where half of the spec is gone, and goes on once it is allowed", async () => {
    const github = new FakeGitHub();
    const one = github.source.commit({ [a]: aSpecText(["1.1", "A"], ["1.2", "B"], ["1.3", "C"]) });
    await apply(github, nothing, one);
    const before = github.writes.length;
    const two = github.source.commit({ [a]: aSpecText(["1.1", "A"]) });

    const { failures, summary } = await apply(github, one, two, { maxCreate: 200, maxClose: 1 });

    const words = "would close 2 issues whose tasks left the spec, and 1 are allowed";
    expect(failures.map(({ error }) => error.message)).toEqual([expect.stringContaining(words)]);
    expect(summary).toContain("**Not applied:**");
    expect(github.writes.slice(before)).toEqual([]);

    await apply(github, one, two, { maxCreate: 200, maxClose: 2 });

    const closed = github.issues.all().filter(({ stateReason }) => stateReason === "not_planned");
    expect(closed.map(({ title }) => title)).toEqual(["1.2: B", "1.3: C"]);
  });

  it.each(["would do more than is allowed", "has a record that cannot be read"])(
    "applies the others where one %s, and comes back to it",
    async (why) => {
      const github = new FakeGitHub();
      const isLarge = why.startsWith("would");
      const one = github.source.commit({ [a]: first, [b]: first });
      await apply(github, nothing, one);
      const { files } = await github.branch.readFiles("plans", ["record.json"]);
      const record = [...files.keys()].find((path) => path.startsWith("plans/specs-a-")) ?? "";
      if (!isLarge) github.branch.commit(new Map([[record, "{"]]));
      const larger = aSpecText(["1.1", "Set up"], ["1.2", "A"], ["1.3", "B"], ["1.4", "C"]);
      const two = github.source.commit({ [a]: larger, [b]: second });

      const { failures, proposals, summary } = await apply(github, one, two, {
        ...{ maxCreate: 1, maxClose: 20 },
      });

      expect(failures).toMatchObject([{ specPath: a, error: { remedy: "fix-input" } }]);
      expect(proposals.map(({ plan }) => plan.specPath)).toEqual([b]);
      expect(summary).toContain("### specs/a.md\n\n**Not applied:** Cannot");
      expect(titles(github)).toContain("1.2: Build the whole page");
      expect(titles(github)).not.toContain("1.4: C");

      github.branch.commit(new Map([[record, files.get(record)]]));
      const three = github.source.commit({ "README.md": "hello" });
      await apply(github, two, three);

      expect(titles(github)).toContain("1.4: C");
    },
  );

  it("writes nothing for somebody who may not push", async () => {
    const github = new FakeGitHub({ login: "mona", mayPush: false });
    const one = github.source.commit({ [a]: first });

    await expect(apply(github, nothing, one)).rejects.toMatchObject({
      remedy: "fix-access",
      message: expect.stringContaining("grant mona the role Write"),
    });
    expect(github.writes).toEqual([]);
  });
});
