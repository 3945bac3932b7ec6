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
    ["one block of 70,000 characters", "word ".repeat(14_000)],
  ])("refuses %s at once", (_, text) => {
    const begun = performance.now();

    const { tasks, diagnostics } = readSpec(`# Title\n\n${text}`, "spec.md");

    expect(performance.now() - begun).toBeLessThan(1000);
    expect(tasks).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "KS109", severity: "error" }]);
  });

  it("refuses more than a million characters and says how many there are", () => {
    const refusal = refuseUnreadable("a\n".repeat(500_001), "spec.md");

    expect(refusal).toMatchObject({ code: "KS107", message: expect.stringContaining("1000002") });
  });

  it.each([
    ["a long checklist", "- [ ] T001 **Bold** and `**/*.ts` in src/[id]/a_b.ts\n".repeat(5_000)],
    ["a wide table", `| ${"**a** | ".repeat(500)}\n`.repeat(10)],
    ["a deep indent in code", `\`\`\`\n${" ".repeat(300)}x\n\`\`\``],
    ["forty levels", Array.from({ length: 40 }, (_, n) => `${"  ".repeat(n)}- x`).join("\n")],
    ["nothing", ""],
  ])("reads %s", (_, text) => {
    expect(refuseUnreadable(text, "spec.md")).toBeUndefined();
  });
});
