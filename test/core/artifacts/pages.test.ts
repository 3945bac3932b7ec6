import { describe, expect, it } from "@jest/globals";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { aRichSpec } from "../../support/a-rich-spec.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";

const files = artifactsOf(aRichSpec());
const plan = files.get("Plan.md") ?? "";
const decisions = files.get("Decisions.md") ?? "";

describe("Plan.md", () => {
  it("counts what the spec asks", () => {
    expect(plan).toContain("5 tasks in 3 features, 1 done.");
    expect(plan).toContain("| F001 Phase 1 | critical | 2 | 1 |");
  });

  it("shows waves, the longest chain and who waits for whom, with lines", () => {
    expect(plan).toMatch(
      /\| 1 \| 2 \| P1\.T001, P2\.T004 \| database_migrations 1\/1 \| [\d.]+ h \| [\d.]+ h \| [\d.]+ h \|/,
    );
    expect(plan).toContain("1. P1.T001 Create the orders table");
    expect(plan).toContain("| P2.T003 | P1.T001 | needs the table | specs/shop/tasks.md:20 |");
    expect(plan).toMatch(/\| P3\.T005 \| P2\.T003, P2\.T004 \| .* \|/);
  });

  it("says which needs are inferred and whose turn it is", () => {
    expect(plan).toMatch(/P1\.T002 Run the prices migration \| 1 \| .* \(inferred\) \| 2 of 2 \|/);
  });

  it("tells each metric with its meaning", () => {
    expect(plan).toContain("| longest chain | 3 | tasks that must follow each other |");
    expect(plan).toContain("| titles that begin with a verb | 80% |");
  });
});

describe("Decisions.md", () => {
  it("names the choices made, the others, and what they cost", () => {
    expect(decisions).toContain("## 1. How the plan is run");
    expect(decisions).toContain("- **Rolling frontier** (chosen): 3 tasks can start now");
    expect(decisions).toContain("- **P1.T001 → P1.T002** (chosen): 3 waves in all");
    expect(decisions).toContain("## 2. Phases that only follow each other stay soft");
    expect(decisions).toContain("Needs that only a title says");
  });
});

it.each([
  ["Plan.md", plan],
  ["Decisions.md", decisions],
])("%s lets no text of the spec act as markup", (_name, text) => {
  expect(text).not.toMatch(/@octocat|#12|<b>|T0<99>/);
  const tree = remark().use(remarkGfm).parse(text);
  expect(JSON.stringify(tree)).not.toContain('"type":"html"');
});
