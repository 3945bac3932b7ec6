import { describe, expect, it } from "@jest/globals";
import type { SpecTask } from "../../../src/core/model/spec.ts";
import { renderIssueBlock } from "../../../src/core/sync/render-issue-block.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";

const parts = { development: undefined, testing: undefined, review: undefined };
const step = { id: "T001.1", isDone: true, hours: 2, files: [], output: undefined, line: 12 };

function render(changes: Partial<SpecTask>): string {
  const plan = aPlan(aSpec([aSpecTask("T001", changes)]));
  const [task] = plan.tasks;
  if (task === undefined) throw new Error("the plan has no task");
  return renderIssueBlock(task, plan, { specUrl: "https://example.com/spec.md", blockedBy: [] });
}

describe("renderIssueBlock", () => {
  it("shows all that the task says", () => {
    const text = render({
      priority: "high",
      owner: "Ada",
      isOptional: true,
      effort: { hours: 20, minHours: 16, maxHours: 24, points: undefined, parts, text: "2-3 days" },
      requirements: ["FR-001"],
      subtasks: [{ ...step, title: "Draw the list" }],
      checks: [{ command: "npm test", expects: "all green", line: 14 }],
      notes: ["Keep it small"],
      risks: ["May be slow"],
    });

    expect(text.replaceAll("\\", "")).toContain(
      "Priority: high · Estimate: 2-3 days · Owner: Ada · May be left out · Serves: FR-001",
    );
    expect(text.replaceAll("\\", "")).toContain("- [x] T001.1: Draw the list (2 h)");
    expect(text).toContain("- `npm test`: all green");
    expect(text).toContain("**Notes**\n\n- Keep it small");
    expect(text).toContain("**Risks**\n\n- May be slow");
  });

  it("leaves out what the task does not say", () => {
    expect(render({})).not.toMatch(/Priority|Steps|Checks|Notes|Risks/);
  });

  it("lets no word of the task act on GitHub", () => {
    const words = "@octocat closes #12 <img src=x>\n# Big";

    const text = render({
      owner: words,
      notes: [words],
      risks: [words],
      checks: [{ command: "echo `id`", expects: words, line: 14 }],
      subtasks: [{ ...step, title: words }],
    });

    expect(text).not.toMatch(/@octocat|#12|<img|^# /m);
  });

  it("keeps within what GitHub takes, however much a task says", () => {
    const long = Array.from({ length: 3_000 }, (_, index) => `note ${index} `.repeat(5));

    const text = render({
      description: "word ".repeat(40_000),
      notes: long,
      risks: long,
      doneWhen: long,
      requirements: long,
      subtasks: long.map((title) => ({ ...step, title })),
      checks: long.map((command) => ({ command, expects: undefined, line: 14 })),
      files: long.map((path) => ({ path, action: "edit" })),
    });

    expect(text.length).toBeLessThan(65_000);
  });
});
