import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";

describe("readSkills", () => {
  it.each([
    ["  - **Skills**: backend, SQL"],
    ["  - Required skills: [`backend`, `SQL`]"],
    ["  - **Skills**:\n    - backend\n    - SQL\n    - backend"],
  ])("reads the skills of %j", (body) => {
    const [task] = readSpec(`# T\n\n- [ ] T001 Sell books\n${body}\n`).tasks;

    expect(task?.skills).toEqual(["backend", "SQL"]);
    expect(task?.notes).toEqual([]);
  });

  it("keeps what stands behind a name, and sentences, as a note", () => {
    const body =
      "  - **Skills**: git (atomic commits)\n    - whoever has seen the old shop from the inside";

    const [task] = readSpec(`# T\n\n- [ ] T001 Sell books\n${body}\n`).tasks;

    expect(task?.skills).toEqual(["git"]);
    expect(task?.notes.join("\n")).toContain("git (atomic commits)");
    expect(task?.notes.join("\n")).toContain("whoever has seen the old shop from the inside");
  });

  it.each(["none", "[]", "–", "N/A"])("reads no skill from %j", (value) => {
    const [task] = readSpec(`# T\n\n- [ ] T001 Sell books\n  - **Skills**: ${value}\n`).tasks;

    expect(task?.skills).toEqual([]);
  });

  it("reads a column of a table of tasks, and makes no tasks of people", () => {
    const tasks = readSpec(
      "# T\n\n| ID | Task | Hours | Skills |\n| --- | --- | --- | --- |\n| T001 | Sell books | 4 | backend, SQL |\n",
    ).tasks;
    const people = readSpec(
      "# T\n\n- [ ] T001 Sell books\n\n## Team\n\n| ID | Name | Skills |\n| --- | --- | --- |\n| M1 | Ada | backend |\n",
    ).tasks;

    expect(tasks.map(({ skills }) => skills)).toEqual([["backend", "SQL"]]);
    expect(people).toHaveLength(1);
  });
});
