import { describe, expect, it } from "@jest/globals";
import type { IssueReader } from "../../src/flows/ports.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { applyAt, applyText, specPath } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

//  1.1 ──▶ 1.2 ──▶ 1.4
//   └────▶ 1.3 ─────┘
const diamond = aSpecText(
  ["1.1", "Set up"],
  ["1.2", "Run the orders migration", "1.1"],
  ["1.3", "Build the page", "1.1"],
  ["1.4", "Deploy to production", "1.2", "1.3"],
);

function titles(github: FakeGitHub): readonly string[] {
  return github.issues.all().map(({ title }) => title);
}

function issueOf(github: FakeGitHub, title: string) {
  const issue = github.issues.all().find((other) => other.title.includes(title));
  if (!issue) throw new Error(`no issue ${title}`);
  return issue;
}

describe("a first apply", () => {
  it("makes the tracking issue, then below it one issue a task in topological order", async () => {
    const github = new FakeGitHub();

    await applyText(github, diamond);

    expect(titles(github)).toEqual([
      "Plan: A small thing",
      "1.1: Set up",
      "1.2: Run the orders migration",
      "1.3: Build the page",
      "1.4: Deploy to production",
    ]);
    const [tracking, ...tasks] = github.issues.all();
    expect(tasks.map(({ parent }) => parent)).toEqual(tasks.map(() => tracking?.databaseId));
    expect(tracking?.body).toContain(`- #${tasks[0]?.number}`);
  });

  it("links each task to what it waits for, after transitive reduction", async () => {
    const github = new FakeGitHub();
    //  1.1 ─▶ 1.2 ─▶ 1.3, and 1.1 ─▶ 1.3 said besides
    await applyText(
      github,
      aSpecText(["1.1", "A"], ["1.2", "B", "1.1"], ["1.3", "C", "1.1", "1.2"]),
    );

    const [, a, b, c] = github.issues.all();

    expect(b?.blockedBy).toEqual([a?.databaseId]);
    expect(c?.blockedBy).toEqual([b?.databaseId]);
  });

  it("labels waves and resources and defines each label", async () => {
    const github = new FakeGitHub();

    await applyText(github, diamond);

    expect(issueOf(github, "1.2").labels).toEqual(["resource:database_migrations", "wave:2"]);
    expect(issueOf(github, "1.4").labels).toEqual(["resource:deployment_pipeline", "wave:3"]);
    const defined = (await github.issues.observe([])).labels.map(({ name }) => name);
    expect(defined).toEqual(
      expect.arrayContaining(["keysteps", "wave:1", "wave:3", "state:blocked"]),
    );
  });

  it("keeps the plan and its record on branch keysteps in one commit", async () => {
    const github = new FakeGitHub();

    await applyText(github, diamond);

    const { files } = await github.branch.readFiles("plans");
    const names = [...files.keys()].map((path) => path.split("/").at(-1)).toSorted();
    expect(names).toEqual([
      ".tasks-meta.json",
      "Decisions.md",
      "Plan.md",
      "applied.json",
      "coordinator.json",
      "dag.json",
      "features.json",
      "record.json",
      "tasks.json",
      "waves.json",
    ]);
    expect(github.branch.messages).toHaveLength(2); // one makes the branch
  });

  it("makes no issue for a task that is done already", async () => {
    const github = new FakeGitHub();

    await applyText(github, diamond.replace("- [ ] **Task 1.1**", "- [x] **Task 1.1**"));

    expect(titles(github)).not.toContain("1.1: Set up");
    expect(issueOf(github, "1.2").blockedBy).toEqual([]);
  });

  it("writes nothing for a plan that is not ok", async () => {
    const github = new FakeGitHub();
    const cycle = aSpecText(["1.1", "A", "1.2"], ["1.2", "B", "1.1"]);

    const { isOk, diagnostics } = await applyText(github, cycle);

    expect(isOk).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toContain("KS201");
    expect(github.writes).toEqual([]);
  });

  it("writes nothing on a dry run", async () => {
    const github = new FakeGitHub();

    const { summary } = await applyText(github, diamond, { isDryRun: true });

    expect(summary?.added).toHaveLength(4);
    expect(github.writes).toEqual([]);
  });
});

describe("a second apply", () => {
  it("writes nothing at all where nothing changed", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    const before = github.writes.length;

    await applyText(github, diamond);

    expect(github.writes.slice(before)).toEqual([]);
  });

  it("writes one issue for one reworded task, and one commit", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    const before = github.writes.length;

    await applyText(github, diamond.replace("Build the page", "Build the page anew"));

    expect(github.writes.slice(before)).toEqual([
      `update issue #${issueOf(github, "1.3").number}`,
      expect.stringContaining("commit"),
    ]);
  });

  it("touches no issue for blank lines", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    const before = github.writes.length;

    await applyText(github, diamond.replace("- [ ] **Task 1.3**", "\n\n\n- [ ] **Task 1.3**"));

    expect(github.writes.slice(before).filter((line) => line.includes("issue"))).toEqual([]);
  });

  it("keeps the issue of a task that was renumbered", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    const { number } = issueOf(github, "Deploy to production");

    await applyText(github, diamond.replaceAll("1.4", "1.9"));

    expect(issueOf(github, "1.9: Deploy to production").number).toBe(number);
    expect(titles(github)).toHaveLength(5);
  });

  it("closes the issue of a task that left the spec, with the reason, and opens it again if it comes back", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    const shorter = diamond.slice(0, diamond.indexOf("- [ ] **Task 1.4**"));

    await applyText(github, shorter);

    expect(issueOf(github, "Deploy")).toMatchObject({
      state: "closed",
      stateReason: "not_planned",
    });
    expect(issueOf(github, "Deploy").body).toContain("no longer in the spec");

    await applyText(github, diamond);

    expect(issueOf(github, "Deploy")).toMatchObject({ state: "open" });
    expect(titles(github)).toHaveLength(5);
  });

  it("closes the issue of a task that the spec calls done", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);

    await applyText(github, diamond.replace("- [ ] **Task 1.1**", "- [x] **Task 1.1**"));

    expect(issueOf(github, "1.1")).toMatchObject({ state: "closed", stateReason: "completed" });
  });

  it("opens the issue again of a task that the spec no longer calls done", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    await applyText(github, diamond.replace("- [ ] **Task 1.1**", "- [x] **Task 1.1**"));

    await applyText(github, diamond);

    expect(issueOf(github, "1.1").state).toBe("open");
  });

  it("leaves closed what a person closed", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    github.issues.edit(issueOf(github, "1.1").number, { state: "closed" });

    await applyText(github, diamond.replace("Set up", "Set everything up"));

    expect(issueOf(github, "1.1").state).toBe("closed");
  });

  it("takes a label in another case for the same", async () => {
    const github = new FakeGitHub();
    github.issues.define({ name: "Wave:1", color: "000000", description: "" });
    await applyText(github, diamond);
    const { number } = issueOf(github, "1.1");
    github.issues.edit(number, { labels: ["Wave:1"] });
    const before = github.writes.length;

    await applyText(github, diamond);

    expect(github.writes.slice(before)).toEqual([]);
  });

  it("keeps the ticks of a task that left the spec and came back", async () => {
    const github = new FakeGitHub();
    const spec = diamond.replace(
      "Deploy to production",
      "Deploy to production\n  - **Done when**: it runs",
    );
    await applyText(github, spec);
    const { number, body } = issueOf(github, "Deploy");
    github.issues.edit(number, { body: body.replace("- [ ] it runs", "- [x] it runs") });

    await applyText(github, spec.slice(0, spec.indexOf("- [ ] **Task 1.4**")));
    await applyText(github, spec);

    expect(issueOf(github, "Deploy").body).toContain("- [x] it runs");
    expect(issueOf(github, "Deploy").body).not.toContain("no longer in the spec");
  });

  it("keeps the plan of a spec that was renamed", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);

    await applyText(github, diamond, { path: "specs/renamed.md", previousPath: specPath });

    expect(titles(github)).toHaveLength(5);
    expect(issueOf(github, "1.1").body).toContain("specs/renamed.md");
  });

  it("finds the plan of a spec that was moved where nobody told of it", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    github.source.commit({ [specPath]: undefined });

    await applyText(github, diamond, { path: "specs/moved.md" });

    expect(titles(github)).toHaveLength(5);
  });

  it("leaves a renamed plan alone when another spec takes its old path", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    await applyText(github, diamond, { path: "specs/v1.md", previousPath: specPath });
    const other = aSpecText(["1.1", "Something else"], ["1.2", "And more", "1.1"]);

    await applyText(github, other);
    const before = github.writes.length;
    await applyText(github, diamond, { path: "specs/v1.md" });

    expect(titles(github)).toHaveLength(8);
    expect(issueOf(github, "1.4").state).toBe("open");
    expect(github.writes.slice(before)).toEqual([]);
  });

  it("makes two plans of two specs", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);

    await applyText(github, diamond, { path: "specs/other.md" });

    expect(titles(github)).toHaveLength(10);
  });
});

describe("what people did", () => {
  it("stays: text around the block, ticked boxes, labels, assignees of theirs", async () => {
    const github = new FakeGitHub();
    const spec = diamond.replace("Set up", "Set up\n  - **Done when**: it builds");
    await applyText(github, spec);
    const { number, body } = issueOf(github, "1.1");
    const ticked = body.replace("- [ ] it builds", "- [x] it builds");
    github.issues.edit(number, {
      body: `Mine above\n${ticked}\nMine below`,
      labels: ["wave:1", "urgent"],
    });

    await applyText(github, spec.replace("Set up", "Set everything up"));

    const after = issueOf(github, "1.1");
    expect(after.title).toBe("1.1: Set everything up");
    expect(after.body).toMatch(/^Mine above\n.*- \[x\] it builds.*\nMine below$/s);
    expect(after.labels).toContain("urgent");
  });

  it("stays: a link that a person made, and one that a person took away", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    const [first, second, third] = github.issues.all();
    github.issues.link(first?.number ?? 0, third?.number ?? 0);
    github.issues.unlink(second?.number ?? 0, first?.number ?? 0);

    await applyText(github, diamond);

    const after = github.issues.all();
    expect(after[0]?.blockedBy).toEqual([third?.databaseId]);
    expect(after[1]?.blockedBy).toEqual([]);
  });

  it("does not count: an issue of a stranger with our marker", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    const { body } = issueOf(github, "1.1");
    const forged = github.issues.open("mallory", { title: "mine", body, labels: [] });
    const before = github.writes.length;

    await applyText(github, diamond);

    expect(github.writes.slice(before)).toEqual([]);
    expect(github.issues.all().find(({ number }) => number === forged.number)?.title).toBe("mine");
  });
});

describe("an issue on record that GitHub does not list", () => {
  it("is not made twice where the list is only behind", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    const before = github.writes.length;
    const { ports } = github;
    const behind: IssueReader = {
      listIssuesBy: async () => [],
      listOpenIssues: async () => [],
      observe: (refs) => ports.issues.observe(refs),
    };

    await applyAt({ ...ports, issues: behind }, { ref: github.source.commit({}) });

    expect(github.writes.slice(before)).toEqual([]);
  });

  it("is made anew, with its links, where it was deleted", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    github.issues.delete(issueOf(github, "1.2").number);

    await applyText(github, diamond);

    expect(issueOf(github, "1.2").blockedBy).toEqual([issueOf(github, "1.1").databaseId]);
    expect(issueOf(github, "1.4").blockedBy).toContain(issueOf(github, "1.2").databaseId);
  });
});

describe("the tracking issue", () => {
  it("says how far the plan is, and counts only what was completed", async () => {
    const github = new FakeGitHub();
    await applyText(github, diamond);
    github.issues.edit(issueOf(github, "1.1").number, { state: "closed" });
    github.issues.edit(issueOf(github, "1.2").number, {
      state: "closed",
      stateReason: "not_planned",
    });

    await applyText(github, diamond);

    expect(issueOf(github, "Plan:").body).toContain("| **All** | 1 | 4 |");
  });
});
