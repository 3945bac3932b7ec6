import { describe, expect, it } from "@jest/globals";
import { applyText } from "../../support/apply-text.ts";
import { FakeGitHub } from "../../support/fake-github.ts";

const spec = `# Tasks: Shop

## Phase 1: All of it

- [ ] **T001: Set up the shop** (8h)
  Subtasks:
  - [ ] T001.1: Make the folder (2h)
  - [x] T001.2: Write the page
- [ ] **T002: Build @mona's page** (4h)
  Dependencies: T001
`;

async function bodyOf(title: string): Promise<string> {
  const github = new FakeGitHub();
  await applyText(github, spec);
  return github.issues.all().find((issue) => issue.title.includes(title))?.body ?? "";
}

describe("an issue's managed block", () => {
  it("has all that its task says, and its steps as boxes", async () => {
    const body = await bodyOf("T001");

    expect(body).toContain("**Estimate** 8h");
    expect(body).toMatch(/^- \[ \] T001\.1: Make the folder/m);
    expect(body).toMatch(/^- \[x\] T001\.2: Write the page/m);
    expect(body).toContain("**Stop when** this is done: what T002 is for is not part of it.");
    expect(await bodyOf("T002")).not.toContain("**Stop when**");
  });

  it("names the very lines that it is made from, at a commit", async () => {
    const body = await bodyOf("T001");

    expect(body).toMatch(
      /\[as written\]\(https:\/\/github\.com\/octo\/shop\/blob\/c+1\/specs\/small\.md\?plain=1#L5-L\d+\)/,
    );
  });

  it("keeps those lines where the task only moves, and names new ones where it is reworded", async () => {
    const github = new FakeGitHub();
    const lines = () =>
      github.issues.all().map(({ body }) => /blob\/(c+\d)\/.*#(L\d+)/.exec(body)?.slice(1));
    await applyText(github, spec);
    await applyText(github, spec.replace("- [ ] **T001", "\n\n- [ ] **T001"));
    expect(lines().slice(1, 3)).toEqual([
      [`${"c".repeat(39)}1`, "L5"],
      [`${"c".repeat(39)}1`, "L9"],
    ]);

    await applyText(
      github,
      spec.replace("- [ ] **T001", "\n\n- [ ] **T001").replace("mona's", "otto's"),
    );

    expect(lines().slice(1, 3)).toEqual([
      [`${"c".repeat(39)}1`, "L5"],
      [`${"c".repeat(39)}3`, "L11"],
    ]);
  });
});
