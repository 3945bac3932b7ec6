import { describe, expect, it } from "@jest/globals";
import type { TemporalConstraint } from "../../../../src/core/model/plan.ts";
import type { SpecRequirement, SpecTask } from "../../../../src/core/model/spec.ts";
import { judgeArea } from "../../../../src/core/plan/served/judge-area.ts";
import { measureCoverage } from "../../../../src/core/plan/served/measure-coverage.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aRequirement } from "../../../support/a-requirement.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";

const measure = (
  tasks: readonly SpecTask[],
  requirements: readonly SpecRequirement[],
  constraints: readonly TemporalConstraint[] = [],
) => measureCoverage(aSpec(tasks, { requirements }), constraints);

const exportTask = aSpecTask("T001", { title: "Export all orders as CSV" });

describe("coverage", () => {
  it("counts a requirement that a task names by its ID, however it is written", () => {
    const tasks = [
      aSpecTask("T001", { title: "Do it (FR-7)" }),
      aSpecTask("T002", { requirements: ["NFR-2"] }),
    ];

    const coverage = measure(tasks, [
      aRequirement("FR-007", "Whales sing"),
      aRequirement("NFR-002", "Stars shine"),
    ]);

    expect(coverage).toMatchObject({ total: 2, covered: 2, gaps: [], isTraced: true });
  });

  it("counts stories that have tasks, and what stands under them", () => {
    const tasks = [aSpecTask("T001", { story: "US1" })];
    const requirements = [
      aRequirement("US1", "Whales sing", { kind: "story" }),
      aRequirement("line:9", "They sing loudly", { parentId: "US1", line: 9 }),
      aRequirement("US2", "Stars shine", { kind: "story" }),
    ];

    expect(measure(tasks, requirements)).toMatchObject({
      total: 3,
      covered: 2,
      gaps: [{ id: "US2" }],
    });
  });

  it("counts what shares the words of a task, whatever their endings", () => {
    const requirements = [
      aRequirement("FR-001", "The system MUST allow the exporting of orders"),
      aRequirement("FR-002", "Buyers MUST get an email after payment"),
    ];

    expect(measure([exportTask], requirements)).toMatchObject({
      total: 2,
      covered: 1,
      isTraced: false,
      gaps: [{ id: "FR-002", area: "business logic" }],
    });
  });

  it("leaves out what may be, what is only measured later, and what is about the tasks", () => {
    const requirements = [
      aRequirement("FR-001", "It MAY sing", { level: "may" }),
      aRequirement("SC-001", "90% of whales sing", { kind: "success" }),
      aRequirement("line:3", "Task 1.4 MUST complete before Task 3.6"),
      aRequirement("line:4", "T001 MUST come first"),
    ];

    expect(measure([exportTask], requirements)).toBeUndefined();
  });

  it("takes a row of a temporal table as served that is checked on a task", () => {
    const row = {
      kind: "liveness",
      effect: "check",
      text: "",
      path: "specs/shop/spec.md",
      line: 7,
    } as const;
    const requirements = [aRequirement("line:7", "A whale MUST eventually sing", { line: 7 })];
    const tasks = aPlan(aSpec([exportTask])).tasks.map(({ id }) => id);

    expect(measure([exportTask], requirements, [{ ...row, tasks }])).toMatchObject({ covered: 1 });
    expect(measure([exportTask], requirements, [{ ...row, tasks: [] }])).toMatchObject({
      covered: 0,
    });
  });

  it("is not applicable without requirements or without stated tasks", () => {
    expect(measure([exportTask], [])).toBeUndefined();
    expect(
      aPlan(aSpec([], { requirements: [aRequirement("FR-001", "Whales sing")] })).coverage,
    ).toBeUndefined();
  });

  it.each([
    ["Expose an endpoint GET /orders", "api endpoints"],
    ["Passwords MUST be encrypted", "security"],
    ["Orders MUST be stored in a table", "database"],
    ["All tests MUST pass", "testing"],
    ["A buyer can cancel an order", "business logic"],
  ])("counts '%s' as %s", (text, area) => {
    expect(judgeArea(text)).toBe(area);
  });
});

describe("a plan whose tasks serve too little", () => {
  const wanted = Array.from({ length: 10 }, (_, index) =>
    aRequirement(`FR-00${index}`, `Whale number${index} sings song${index}`, { line: 100 + index }),
  );
  const named = (...ids: readonly string[]) => [aSpecTask("T001", { requirements: [...ids] })];
  const codes = (tasks: readonly SpecTask[], changes = {}) =>
    aPlan(aSpec(tasks, { requirements: wanted }), changes)
      .diagnostics.filter(({ code }) => /^KS23/.test(code))
      .map(({ code, severity, at }) => `${code} ${severity} ${at.path}:${at.line}`);

  it("is not ok where tasks name requirements, at the first gap", () => {
    expect(codes(named("FR-000"))).toEqual(["KS230 error specs/shop/spec.md:101"]);
  });

  it("is only warned of where words alone speak for it", () => {
    expect(codes([aSpecTask("T001")])).toEqual(["KS231 warning specs/shop/spec.md:100"]);
  });

  it("is ok from the share on that is wanted", () => {
    const nine = named(...wanted.slice(0, 9).map(({ id }) => id));

    expect(codes(nine)).toEqual([]);
    expect(codes(nine, { minCoverage: 1 })).toHaveLength(1);
    expect(codes(named("FR-000"), { minCoverage: 0 })).toEqual([]);
  });

  it("gets a task for each gap where that is wanted, marked as inferred", () => {
    const plan = aPlan(aSpec(named("FR-000"), { requirements: wanted }), { fillsGaps: true });

    expect(plan.tasks).toHaveLength(10);
    expect(plan.coverage).toMatchObject({ total: 10, covered: 10 });
    expect(plan.tasks[1]).toMatchObject({
      requirements: ["FR-001"],
      evidence: [{ confidence: 0.6 }],
      doneWhen: ["Whale number1 sings song1"],
    });
    expect(plan.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
