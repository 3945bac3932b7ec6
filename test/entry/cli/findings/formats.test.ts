import { describe, expect, it } from "@jest/globals";
import type { Diagnostic, Severity } from "../../../../src/core/model/diagnostic.ts";
import { renderGithub } from "../../../../src/entry/cli/findings/render-github.ts";
import { renderJson } from "../../../../src/entry/cli/findings/render-json.ts";
import { renderSarif } from "../../../../src/entry/cli/findings/render-sarif.ts";
import { renderText } from "../../../../src/entry/cli/findings/render-text.ts";
import type { Report } from "../../../../src/entry/cli/findings/report.ts";

function aFinding(
  code: string,
  severity: Severity,
  [path, line, column]: readonly [string, number, number],
  message = `what ${code} says`,
): Diagnostic {
  return { code, severity, message, at: { path, line, column } };
}

const report: Report = {
  kind: "spec",
  paths: ["a/tasks.md", "b/tasks.md"],
  diagnostics: [
    aFinding("KS102", "error", ["a/tasks.md", 7, 1]),
    aFinding("KS211", "info", ["a/tasks.md", 120, 13]),
    aFinding(
      "KS103",
      "warning",
      ["b/mine, yours: 100%.md", 3, 5],
      "50% of it,\nthe \u001b[31mrest",
    ),
  ],
};
const none: Report = { kind: "spec", paths: ["a/tasks.md"], diagnostics: [] };

describe("the text of lint", () => {
  it("has findings under their file, in columns, then a count", () => {
    expect(renderText(report).split("\n")).toEqual([
      "a/tasks.md",
      "     7:1  error    KS102  what KS102 says",
      "  120:13  note     KS211  what KS211 says",
      "",
      "b/mine, yours: 100%.md",
      "  3:5  warning  KS103  50% of it, the [31mrest",
      "",
      "2 specs: 1 error, 1 warning, 1 note in 2 files.",
    ]);
  });

  it("says so where nothing was found", () => {
    expect(renderText(none)).toBe("1 spec, nothing found.");
  });
});

it("the JSON of lint has specs, counts and findings", () => {
  expect(JSON.parse(renderJson(report))).toMatchObject({
    specs: report.paths,
    counts: { error: 1, warning: 1, info: 1 },
    findings: [
      { path: "a/tasks.md", line: 7, column: 1, severity: "error", code: "KS102" },
      { line: 120, column: 13, severity: "info" },
      { path: "b/mine, yours: 100%.md", message: expect.stringContaining("50%") },
    ],
  });
});

describe("the workflow commands of lint", () => {
  it("escape what would end a value or a line", () => {
    expect(renderGithub(report).split("\n").slice(1)).toEqual([
      "::notice file=a/tasks.md,line=120,col=13,title=KS211::what KS211 says",
      "::warning file=b/mine%2C yours%3A 100%25.md,line=3,col=5,title=KS103::50%25 of it,%0Athe \u001b[31mrest",
    ]);
  });

  it("are none where nothing was found", () => {
    expect(renderGithub(none)).toBe("");
  });
});

describe("the SARIF of lint", () => {
  const [run] = JSON.parse(renderSarif(report)).runs;

  it("names version and tool, which the format wants", () => {
    const log = JSON.parse(renderSarif(none));

    expect(log).toMatchObject({ version: "2.1.0", runs: [{ results: [] }] });
    expect(log.runs[0].tool.driver.name).toBe("Keysteps");
  });

  it("has a rule for each code, and each finding points at its own", () => {
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      ...["KS102", "KS103", "KS211"],
    ]);
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    }
  });

  it("has levels, texts and places, with paths as addresses", () => {
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual([
      ...["error", "note", "warning"],
    ]);
    expect(run.results[2]).toMatchObject({
      message: { text: "50% of it,\nthe \u001b[31mrest" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "b/mine%2C%20yours%3A%20100%25.md" },
            region: { startLine: 3, startColumn: 5 },
          },
        },
      ],
    });
  });
});
