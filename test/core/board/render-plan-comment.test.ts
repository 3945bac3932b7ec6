import { describe, expect, it } from "@jest/globals";
import { renderApplySummary } from "../../../src/core/board/render-apply-summary.ts";
import { renderPlanComment } from "../../../src/core/board/render-plan-comment.ts";
import { aRecord } from "../../support/a-record.ts";
import { aSpecText, type TaskLine } from "../../support/a-spec-text.ts";
import { proposalOf } from "../../support/proposal-of.ts";

function chain(length: number): readonly TaskLine[] {
  return Array.from({ length }, (_, index): TaskLine => {
    const title = `Build the part number ${index} of a thing with a rather long name`;
    return index === 0 ? ["1.1", title] : [`1.${index + 1}`, title, `1.${index}`];
  });
}

/** Ten tasks side by side that all wait for the first ones of the ten before. */
function aWideSpec(length: number): string {
  return aSpecText(
    ...Array.from({ length }, (_, index): TaskLine => {
      const before = 10 * Math.floor(index / 10) - 9;
      return before > 0 ? [`1.${index + 1}`, "Build", `1.${before}`] : [`1.${index + 1}`, "Build"];
    }),
  );
}

describe("renderPlanComment", () => {
  it("counts what merging would do and shows each task", () => {
    const text = renderPlanComment([
      proposalOf(aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"])),
    ]);

    expect(text).toContain("**2 to add, 0 to change, 0 to close**");
    expect(text).toMatch(/\| \+ \| 1\\?\.2: Build \| 2 \| 1\\?\.1 \|/);
    expect(text).toContain("```mermaid\nflowchart LR");
  });

  it("says which tasks were reworded and how each was known again", () => {
    const before = proposalOf(
      aSpecText(["1.1", "Set up the shop"], ["1.2", "Mail receipts", "1.1"]),
    );
    const record = aRecord(before.plan);
    const after = proposalOf(
      aSpecText(["1.1", "Set up the <b>big</b> shop"], ["1.2", "Mail receipts", "1.1"]),
      { record },
    );

    const text = renderPlanComment([after]);

    expect(renderPlanComment([before])).not.toContain("reworded");
    expect(text).toContain("1 task reworded, known again");
    expect(text).toContain('was "Set up the shop": similar title');
    expect(text).not.toContain('Mail receipts" was');
    expect(text).not.toContain("<b>");
  });

  it.each([60, 61, 500, 3_000])(
    "stays below GitHub's limit with %d tasks and cuts no fold in half",
    (count) => {
      const text = renderPlanComment([proposalOf(aSpecText(...chain(count)))]);

      expect(text.length).toBeLessThan(65_536);
      expect(text.match(/<details/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
      expect((text.match(/```/g)?.length ?? 0) % 2).toBe(0);
    },
  );

  it("stays below the limit with many specs in one pull request", () => {
    const one = proposalOf(aSpecText(...chain(50)));

    expect(renderPlanComment(Array.from({ length: 60 }, () => one)).length).toBeLessThan(65_536);
  });

  it("tells how long it takes, the critical path, who contends, and when each task comes", () => {
    const spec = aSpecText(
      ["1.1", "Set up: the shop; all of it"],
      ["1.2", "Run the orders migration", "1.1"],
      ["1.3", "Run the users migration", "1.1"],
    );

    const text = renderPlanComment([proposalOf(spec)]);

    expect(text).toMatch(/- \*\*Takes\*\* [\d.]+ h \(P50\) to [\d.]+ h \(P80\) of work; in waves/);
    expect(text).toMatch(/- \*\*Critical path\*\*, 2 tasks, 8 h: 1\\?\.1 → 1\\?\.[23]\./);
    expect(text).toMatch(
      /- \*\*Contend for\*\* `database_migrations`, 2 tasks: 1\\?\.2, 1\\?\.3\./,
    );
    const gantt = /```mermaid\n(gantt\n.*?)```/s.exec(text)?.[1] ?? "";
    expect(gantt).toContain("in working days of 8 h");
    expect(gantt).toContain("tickInterval 1day");
    expect(
      gantt.match(/^ {2}› 1\.[123] [^:;\n]* :(crit, )?t\d, 2001-01-\d\d \d\d:\d\d, .*$/gm),
    ).toHaveLength(3);
  });

  it("says until when where the settings have a calendar", () => {
    const settings = "calendar: { start: 2026-03-02, time_zone: Europe/Berlin }\n";

    const text = renderPlanComment([
      proposalOf(aSpecText(["1.1", "Set up"]), { configText: settings }),
    ]);

    expect(text).toMatch(
      /of work, until 2026-03-\d\d \(P50\) to 2026-03-\d\d \(P80, Europe\/Berlin\)/,
    );
    expect(text).toMatch(/t0, 2026-03-02 09:00, 2026-03-/);
  });

  it.each([61, 500, 10_000])(
    "folds graph and schedule of %d tasks by wave, within the limits of GitHub and Mermaid",
    (count) => {
      const proposal = proposalOf(aWideSpec(count));
      const text = renderPlanComment([proposal]);

      expect(text.length).toBeLessThan(65_536);
      expect(renderApplySummary([proposal]).length).toBeLessThan(1_048_576);
      const charts = [...text.matchAll(/```mermaid\n(.*?)```/gs)].map(([, chart = ""]) => chart);
      expect(charts[0]).toMatch(/\["Waves? 1( to \d+)?: \d+ tasks?"\]/);
      for (const chart of charts) {
        expect(chart.length).toBeLessThan(50_000);
        expect((chart.match(/-->/g) ?? []).length).toBeLessThan(500);
      }
    },
  );

  it("shows what changes, what leaves the spec first, and counts the rest", () => {
    const whole = proposalOf(
      aSpecText(["1.1", "Set up"], ["1.2", "Build", "1.1"], ["1.3", "Ship"]),
    );
    const [first, second] = whole.plan.tasks.map(({ id }) => id);
    if (!first || !second || !whole.summary) throw new Error("the spec has three tasks");
    const closed = [{ number: 9, title: "1.4: Tell" }];
    const summary = { ...whole.summary, added: [second], changed: [first], closed };

    const text = renderPlanComment([{ ...whole, summary }]);

    expect(text).toContain(
      [
        "|  | task | wave | waits for |",
        "| --- | --- | --- | --- |",
        "| - | #9 1.4: Tell (left the spec) |  |  |",
        "| ~ | 1.1: Set up | 1 |  |",
        "| + | 1.2: Build | 2 | 1.1 |",
        "",
        "1 task as before.",
      ].join("\n"),
    );
  });

  it("folds a long table", () => {
    const text = renderPlanComment([proposalOf(aSpecText(...chain(26)))]);

    expect(text).toContain("<details><summary>What happens to 26 issues</summary>");
  });

  it("says that a plan with errors would not be applied", () => {
    const text = renderPlanComment([
      proposalOf(aSpecText(["1.1", "A", "1.2"], ["1.2", "B", "1.1"])),
    ]);

    expect(text).toContain("would not be applied");
    expect(text).toContain("`KS201`");
  });

  it("makes hostile text inert", () => {
    const hostile =
      "ping @octocat closes #12 --> </details> <img src=x> [a](javascript:b) | `x` \u202etxt";

    const text = renderPlanComment([
      proposalOf(aSpecText(["1.1", hostile]), { path: "specs/`@evil` #3.md" }),
    ]);

    expect(text).not.toMatch(/@octocat|closes #12|<img|\]\(javascript|\u202e/);
    expect(text).toContain("(`specs/'@evil' #3.md`)");
    expect(text.split("</details>").length).toBe(text.split("<details").length);
    const graph = /```mermaid\n(.*?)```/s.exec(text)?.[1] ?? "";
    expect(graph).not.toMatch(/[<>#@`]|-->[^ ]/);
  });

  it("says so when no spec is left", () => {
    expect(renderPlanComment([])).toContain("No spec is changed");
  });
});
