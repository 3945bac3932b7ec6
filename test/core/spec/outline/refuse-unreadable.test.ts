import { describe, expect, it } from "@jest/globals";
import { refuseUnreadable } from "../../../../src/core/spec/outline/refuse-unreadable.ts";
import { readSpec } from "../../../support/read-spec.ts";

describe("refuseUnreadable", () => {
  it.each([
    ["10,000 quotes", ">".repeat(10_000)],
    ["10,000 bullets", "- ".repeat(10_000)],
    ["10,000 numbers", "1. ".repeat(10_000)],
    [
      "lists that go in line by line",
      Array.from({ length: 300 }, (_, n) => `${"  ".repeat(n)}- x`).join("\n"),
    ],
    ["bold that is never closed", "*a ".repeat(10_000)],
    ["bold in bold in bold", `${"*a ".repeat(5_000)}${"b* ".repeat(5_000)}`],
    ["brackets that are never closed", "[a](".repeat(10_000)],
    ["long runs of backticks", "`".repeat(300)],
    ["one paragraph of 70,000 bytes", "word ".repeat(14_000)],
    ["a paragraph of 30,000 characters that are three bytes each", "語".repeat(30_000)],
    ["a table of 70,000 bytes", `| a |\n| --- |\n${"| cell |\n".repeat(8_000)}`],
    ["one item of 70,000 bytes", `- all\n${"  - nested words\n".repeat(4_200)}`],
    ["8,000 definitions in a row", "[a]: b\n".repeat(8_000)],
    ["7,000 bold words in one paragraph", "**a** b ".repeat(7_000)],
    ["a quote of 70,000 bytes", "> word\n>\n".repeat(8_000)],
  ])("refuses %s at once", (_, text) => {
    const begun = performance.now();

    const { tasks, diagnostics } = readSpec(`# Title\n\n${text}`, "spec.md");

    expect(performance.now() - begun).toBeLessThan(1000);
    expect(tasks).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain("KS109");
  });

  it("refuses more than 10 MiB and says how many bytes there are", () => {
    const most = 10 * 1024 * 1024;

    const refusal = refuseUnreadable("語\n".repeat(most / 4 + 1), "spec.md");

    expect(refusal).toMatchObject({ code: "KS107", message: expect.stringContaining("10485764") });
    expect(refuseUnreadable("語\n".repeat(most / 4), "spec.md")).toBeUndefined();
  });

  it("names the line on which a block begins that is too long", () => {
    const { diagnostics } = readSpec(
      `# Title\n\nText.\n\n${"word ".repeat(14_000)}\n\nText.`,
      "a.md",
    );

    expect(diagnostics.filter(({ code }) => code === "KS109")).toMatchObject([
      { severity: "warning", at: { path: "a.md", line: 5, column: 1 } },
    ]);
  });

  it("reads what stands around a block that is too long", () => {
    const rows = "| T001 | cell |\n".repeat(5_000);
    const lines = [
      "- [ ] T001 Sell",
      "",
      rows,
      "## Later",
      "",
      "- [ ] T002 Buy",
      "",
      rows,
      "- [ ] T003 Lend",
    ];

    const { tasks, diagnostics } = readSpec(lines.join("\n"), "a.md");

    expect(tasks.map(({ ownId }) => ownId)).toEqual(["T001", "T002", "T003"]);
    expect(diagnostics.filter(({ code }) => code === "KS109")).toMatchObject([
      { severity: "error", at: { line: 3 } },
      { severity: "error", at: { line: 5008 } },
    ]);
  });

  it.each([
    ["a long checklist", "- [ ] T001 **Bold** and `**/*.ts` in src/[id]/a_b.ts\n".repeat(5_000)],
    ["a wide table", `| ${"**a** | ".repeat(500)}\n`.repeat(10)],
    ["a deep indent in code", `\`\`\`\n${" ".repeat(300)}x\n\`\`\``],
    ["forty levels", Array.from({ length: 40 }, (_, n) => `${"  ".repeat(n)}- x`).join("\n")],
    ["code of 200,000 bytes", `\`\`\`\n${"const a = 1;\n".repeat(16_000)}\`\`\`\n\nText`],
    ["nothing", ""],
  ])("reads %s", (_, text) => {
    const codes = readSpec(text, "spec.md").diagnostics.map(({ code }) => code);

    expect(codes).not.toContain("KS107");
    expect(codes).not.toContain("KS109");
  });
});
