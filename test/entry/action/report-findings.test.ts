import { afterEach, describe, expect, it, jest } from "@jest/globals";
import type { Diagnostic, Severity } from "../../../src/core/model/diagnostic.ts";
import { reportFindings } from "../../../src/entry/action/report-findings.ts";

function findings(severity: Severity, count: number): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, index) => ({
    code: "KS103",
    severity,
    message: `finding ${index}\n::add-mask::x`,
    at: { path: "a,b/spec.md", line: index + 1, column: 3 },
  }));
}

/** What a runner would read. */
function listen(report: () => void): string {
  const written: string[] = [];
  jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  report();
  return written.join("");
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe("reportFindings", () => {
  it("marks at most ten lines of each kind, errors first, and counts the rest", () => {
    const all = [...findings("warning", 30), ...findings("info", 5), ...findings("error", 12)];

    const log = listen(() => reportFindings(all));

    const marks = [...log.matchAll(/^::(\w+) title=KS103,/gm)].map(([, kind]) => kind);
    expect(marks).toEqual([...Array(10).fill("error"), ...Array(10).fill("warning")]);
    expect(log).toContain("2 more findings of severity error");
    expect(log).toContain("20 more findings of severity warning");
  });

  it("lets neither a message nor a file's name give the runner a command", () => {
    const log = listen(() => reportFindings(findings("error", 1)));

    expect(log).toBe(
      "::error title=KS103,file=a%2Cb/spec.md,line=1,col=3::finding 0%0A::add-mask::x\n",
    );
  });
});
