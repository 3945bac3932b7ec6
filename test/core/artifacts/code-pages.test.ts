import { expect, it } from "@jest/globals";
import { renderArtifacts } from "../../../src/core/artifacts/render-artifacts.ts";
import type { Codebase, CodeElement } from "../../../src/core/model/codebase.ts";
import type { PlannedCode, TaskCode } from "../../../src/core/model/plan.ts";
import { buildSchedule } from "../../../src/core/schedule/build-schedule.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { sha256 } from "../../support/sha256.ts";

const plan = aPlan(aSpec(["T001", "T002", "T003"].map((id) => aSpecTask(id))));

it("Plan.md tells what tasks build on, where it is, and what the code shares", () => {
  const page = pageOf("Plan.md");

  expect(page).toContain("12 TypeScript files parsed.");
  expect(page).toContain("67% of the tasks build on some of it.");
  expect(page).toContain("| AuthService | src/auth.ts:3 | 7 files | P1.T001, P1.T002 |");
  expect(page).toContain("| migrations | db/\\*\\* | Rails files |");
});

it("Decisions.md weighs what it would be to make it anew", () => {
  const page = pageOf("Decisions.md");

  expect(page).toMatch(/## \d+\. AuthService is built on/);
  expect(page).toContain(
    "- **Build on it** (chosen): 2 tasks build on what is relied on in 9 places already; 1 task makes",
  );
  expect(page).toContain("- Replace it: 9 places to change before the first of these tasks");
});

function pageOf(name: string): string {
  const diagnostics = plan.diagnostics;
  const schedule = buildSchedule(plan);
  const input = { plan: { ...plan, code: aCode() }, schedule, diagnostics, isStrict: false };
  const facts = { generatedAt: "2026-01-02T03:04:05.000Z", hash: sha256, version: "1.2.3" };
  return renderArtifacts({ ...input, ...facts }).files.get(name) ?? "";
}

function aCode(): PlannedCode {
  const service: CodeElement = {
    kind: "class",
    name: "AuthService",
    path: "src/auth.ts",
    line: 3,
    usedBy: 7,
    extendedBy: 2,
  };
  const codebase: Codebase = {
    paths: ["src/auth.ts"],
    languages: { TypeScript: 12 },
    elements: [service],
    endpoints: [],
    extensionPoints: [service],
    migrations: [{ location: "db/**", reason: "Rails files" }],
    deployments: [],
    environments: [],
    testDatabases: [],
    owners: [],
    checks: [],
    isPartial: false,
    note: "12 TypeScript files parsed",
  };
  const none: TaskCode = {
    extends: [],
    imports: [],
    confidence: 1,
    reason: "",
    owners: [],
    checks: [],
  };
  const [first, second, third] = plan.tasks.map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("no tasks");
  return {
    codebase,
    ofTask: new Map([
      [first, { ...none, extends: ["AuthService"] }],
      [second, { ...none, imports: ["AuthService"] }],
      [third, none],
    ]),
  };
}
