import { describe, expect, it } from "@jest/globals";
import { undoApply } from "../../src/flows/undo-apply.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { applyText, specPath, testTools } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

const spec = aSpecText(
  ["T001", "Set up the shop"],
  ["T002", "Build the page", "T001"],
  ["T003", "Show all orders of a reader", "T002"],
);
const adopt = { mappingFile: undefined };
const nothing = { body: "", labels: [] };

/** A GitHub on which a member of the repository opened issues with these titles and bodies. */
function withIssues(...issues: readonly (readonly [title: string, body?: string])[]): FakeGitHub {
  const github = new FakeGitHub();
  for (const [title, body = ""] of issues) github.issues.open("octo", { title, body, labels: [] });
  return github;
}

function numberOf(github: FakeGitHub, ownId: string): number | undefined {
  const found = github.issues.all().filter(({ title }) => title.startsWith(`${ownId}:`));
  return found.length === 1 ? found[0]?.number : undefined;
}

describe("an apply that may adopt", () => {
  it.each([
    ["T002: Build the page"],
    ["[US1] T002 - Build the page"],
    ["[T002] build  the page!"],
    ["Task T002 (P1): Build the page"],
    ["Build the page"],
    ["Page to build", "<!-- tool: specs/small.md T002 -->\nwords"],
    ["Task 7", "From `specs/small.md`.\n<!-- task=T002 -->"],
  ])("takes over %j, keeps what it says and makes no second one", async (title, body = "words") => {
    const github = withIssues([title, body]);
    github.issues.edit(1, { assignees: ["mona"], labels: ["urgent"] });

    const { summary } = await applyText(github, spec, { adopt });

    expect(numberOf(github, "T002")).toBe(1);
    expect(github.issues.all()).toHaveLength(4);
    expect(github.issues.all()[0]).toMatchObject({ state: "open", assignees: ["mona"] });
    expect(github.issues.all()[0]?.body).toMatch(
      /^<!-- keysteps:begin task .*words|^<!-- keysteps:begin task .*<!--/s,
    );
    expect(github.issues.all()[0]?.labels).toContain("urgent");
    expect(summary?.adopted).toMatchObject([{ issue: { number: 1 } }]);
  });

  it("has nothing to do the next time, and asks for no list", async () => {
    const github = withIssues(["T002: Build the page"]);
    await applyText(github, spec, { adopt });
    const before = github.writes.length;
    github.issues.listOpenIssues = () => Promise.reject(new Error("asked"));

    await applyText(github, spec, { adopt });

    expect(github.writes.slice(before)).toEqual([]);
  });

  it("says on a dry run what it would take, and writes nothing", async () => {
    const github = withIssues(["T002: Build the page"]);

    const { summary } = await applyText(github, spec, { adopt, isDryRun: true });

    expect(summary?.adopted).toMatchObject([{ issue: { number: 1 }, reason: "same ID and title" }]);
    expect(summary?.added).toHaveLength(2);
    expect(github.writes).toEqual([]);
  });

  it.each([
    ["an ID with another title", "T002: Mow the lawn"],
    ["an ID that is part of another", "T0021: Build the page of pages"],
    ["a short title alone", "Page"],
    ["words before the ID", "Regression of T002: Build the page"],
    ["a marker of another spec's task", "Words", "<!-- T002 of specs/other.md -->"],
  ])("takes no issue with %s", async (_, title, body = "") => {
    const github = withIssues([title, body]);

    const { summary } = await applyText(github, spec, { adopt });

    expect(summary?.adopted).toEqual([]);
    expect(github.issues.all()[0]).toMatchObject({ title, body });
  });

  it("takes no closed issue, and no stranger's", async () => {
    const github = withIssues(["T002: Build the page"]);
    github.issues.edit(1, { state: "closed" });
    github.issues.open("mallory", { title: "T001: Set up the shop", ...nothing });

    const { summary } = await applyText(github, spec, { adopt });

    expect(summary?.adopted).toEqual([]);
    expect(github.issues.all()[1]).toMatchObject({ title: "T001: Set up the shop", body: "" });
  });

  it("takes none of two that would do, and says so", async () => {
    const github = withIssues(["T002: Build the page"], ["T002 Build the page"]);

    const { summary } = await applyText(github, spec, { adopt });

    expect(summary?.adopted).toEqual([]);
    expect(summary?.doubts).toEqual([expect.stringContaining("may be any of #2, #1")]);
  });

  it("takes no issue of another plan with the same IDs", async () => {
    const github = new FakeGitHub({ login: "octo" });
    await applyText(github, spec, { path: "specs/other.md" });

    const { summary } = await applyText(github, spec, { adopt });

    expect(summary?.adopted).toEqual([]);
    expect(github.issues.all()).toHaveLength(8);
  });

  it("takes what the mapping names, a stranger's too, and tells what it cannot", async () => {
    const github = withIssues(["Something"], ["Else"]);
    github.issues.open("mallory", { title: "Mine", ...nothing });
    github.issues.edit(2, { state: "closed" });
    const text = "T001: #1\nT002: #2\nT003: #3\n";

    const { summary } = await applyText(github, spec, {
      adopt: { mappingFile: { path: "map.md", text } },
    });

    expect(summary?.adopted.map(({ issue }) => issue.number)).toEqual([1, 3]);
    expect(summary?.doubts).toEqual([expect.stringContaining("cannot have #2")]);
    expect(numberOf(github, "T003")).toBe(3);
  });

  it("goes on where it was cut short after taking one, with nothing twice, for every n", async () => {
    for (let n = 0; n < 30; n++) {
      const github = withIssues(["T002: Build the page"]);
      github.refuse({ afterWrites: n, when: "after" });
      await applyText(github, spec, { adopt }).catch(() => undefined);
      github.recover();

      await applyText(github, spec, { adopt });

      expect({ n, number: numberOf(github, "T002") }).toEqual({ n, number: 1 });
      expect({ n, count: github.issues.all().length }).toEqual({ n, count: 4 });
    }
  });
});

describe("an apply that took issues over and was cut short", () => {
  it.each(["before", "after"] as const)(
    "is gone on with by one that may not adopt, none twice, stopped %s any write took effect",
    async (when) => {
      for (const earlier of [undefined, aSpecText(["T001", "Set up the shop"])]) {
        const whole = await begin(earlier);
        const start = whole.writes.length;
        await applyText(whole, spec, { adopt });
        const wanted = whole.issues.all().map(look);

        for (let n = 0; n < whole.writes.length - start; n++) {
          const github = await begin(earlier);
          github.refuse({ afterWrites: n, when });
          await expect(applyText(github, spec, { adopt })).rejects.toMatchObject({});
          github.recover();
          if (n === 0 && when === "before") continue; // nothing is known of it yet

          await applyText(github, spec);
          const settled = github.writes.length;
          await applyText(github, spec);

          expect({ n, issues: github.issues.all().map(look) }).toEqual({ n, issues: wanted });
          expect({ n, writes: github.writes.slice(settled) }).toEqual({ n, writes: [] });
        }
      }
    },
  );

  it("is undone as one apply", async () => {
    const github = await begin(aSpecText(["T001", "Set up the shop"]));
    await applyText(github, spec, { adopt });

    const request = { path: specPath, overrides: {}, isDryRun: false };
    await undoApply(request, github.ports, testTools);

    const ours = github.issues.all().filter(({ body }) => body.includes("keysteps:begin"));
    expect(ours.map(({ title }) => title.slice(0, 4)).toSorted()).toEqual(["Plan", "T001"]);
    expect(github.issues.all().map(({ state }) => state)).not.toContain("closed");
  });

  async function begin(earlier: string | undefined): Promise<FakeGitHub> {
    const github = withIssues(
      ["T002: Build the page", "words"],
      ["T003 Show all orders of a reader"],
    );
    if (earlier !== undefined) await applyText(github, earlier);
    return github;
  }

  function look({ title, state, body, labels }: ReturnType<FakeGitHub["issues"]["all"]>[number]) {
    return { title, state, labels, body: body.replace(/blob\/[0-9a-f]{40}/g, "blob/SHA") };
  }
});

describe("an apply that may not", () => {
  it("leaves all that is not ours alone", async () => {
    const github = withIssues(["T002: Build the page"]);

    await applyText(github, spec);

    expect(github.issues.all()[0]).toMatchObject({ title: "T002: Build the page", body: "" });
    expect(github.issues.all()).toHaveLength(5);
  });
});
