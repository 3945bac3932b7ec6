import { describe, expect, it } from "@jest/globals";
import { aPlan } from "../../../support/a-plan.ts";
import { readSpec } from "../../../support/read-spec.ts";

const judge = (...lines: readonly string[]) =>
  aPlan(readSpec(["## Phase 1: All", ...lines].join("\n"))).deadlocks;
const verdicts = (checks: ReturnType<typeof judge>) => checks.map(({ verdict }) => verdict);

const exclusion = (...rows: readonly string[]) => [
  "## Temporal constraints",
  "",
  "| Operation A | Operation B | Conflict |",
  "|---|---|---|",
  ...rows.map((row) => `| ${row} | race |`),
];

describe("judgeDeadlocks", () => {
  it("finds none in a plan without circles and locks", () => {
    const checks = judge("- [ ] T001 One", "- [ ] T002 Two (depends on T001)");

    expect(verdicts(checks)).toEqual(["yes", "yes", "yes", "yes", "not judged"]);
  });

  it("names the tasks that wait in a circle, whatever box is ticked", () => {
    const checks = judge(
      "- [ ] T001 One (depends on T002)",
      "- [ ] T002 Two (depends on T001)",
      "### Deadlock Analysis",
      "- [x] Verified: No circular dependencies in task graph",
    );

    expect(checks[0]).toMatchObject({ verdict: "no", tasks: ["P1.T001", "P1.T002"] });
    expect(checks[1]?.verdict).toBe("no");
  });

  it("holds turns at locks against the dependencies", () => {
    const checks = judge(
      "- [ ] T001 One (depends on T003)",
      "- [ ] T002 Two",
      "- [ ] T003 Three (depends on T002)",
      ...exclusion("T001 | T002", "T002 | T003"),
    );

    expect(verdicts(checks)).toEqual(["yes", "yes", "yes", "yes", "not judged"]);
    expect(checks[1]?.reason).toContain("2 locks");
  });

  it("names tasks that need several locks, which they get together", () => {
    const checks = judge(
      "- [ ] T001 One",
      "- [ ] T002 Two",
      "- [ ] T003 Three",
      ...exclusion("T001 | T002", "T001 | T003"),
    );

    expect(checks[2]).toMatchObject({ verdict: "yes", tasks: ["P1.T001"] });
  });

  it("does not judge what the product does", () => {
    const checks = judge("- [ ] T001 One", ...exclusion("Session start | Token refresh"));

    expect(checks.at(-1)).toMatchObject({ verdict: "not judged", tasks: [] });
    expect(checks.at(-1)?.reason).toContain("1 rows");
  });
});
