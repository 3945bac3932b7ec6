import { describe, expect, it } from "@jest/globals";
import { buildSchedule } from "../../../src/core/schedule/build-schedule.ts";
import { parseSpec } from "../../../src/core/spec/parse-spec.ts";
import { aPlan } from "../../support/a-plan.ts";

describe("tasks that nobody is to do", () => {
  it("are no work: in no wave, count or hour, and nothing waits for them", () => {
    const plan = planOf([
      "## Phase 1: Build",
      "",
      "- [ ] **T001**: Compose alpha (4h)",
      "- [ ] **T002**: Compose beta (100h)",
      "  - **Status**: cancelled",
      "  - **Depends on**: T001",
      "- [ ] ~~**T003**: Compose gamma (100h)~~",
      "- [ ] **T004**: Compose delta (4h)",
      "  - **Depends on**: T002, T003",
    ]);
    const schedule = buildSchedule(plan);

    expect(plan.tasks.map(({ id }) => id)).toEqual(["P1.T001", "P1.T004"]);
    expect(plan.dag.edges).toEqual([]);
    expect(plan.groups.flatMap(({ tasks }) => tasks)).toEqual(["P1.T001", "P1.T004"]);
    expect(schedule.frontier.startable).toEqual(["P1.T001", "P1.T004"]);
    expect(schedule.waves.map(({ tasks }) => tasks)).toEqual([["P1.T001", "P1.T004"]]);
    expect(schedule.forecast?.sequentialHours).toBeLessThan(12);
    expect(notesOf(plan)).toEqual([
      "Cancelled or struck out, so not planned, and nothing waits for it: T002 and T003; restore a task that is still to be done",
    ]);
  });

  it("free what waits for a phase of which nothing is left", () => {
    const plan = planOf([
      "## Phase 1: Build",
      "",
      "- [ ] ~~T001 Compose alpha~~",
      "",
      "## Phase 2: Ship",
      "",
      "**Depends on**: Phase 1",
      "",
      "- [ ] T002 Compose beta",
    ]);

    expect(plan.dag.edges).toEqual([]);
    expect(plan.diagnostics.filter(({ code }) => code === "KS207")).toEqual([]);
  });

  it("are not replaced by tasks read out of the prose", () => {
    const plan = planOf([
      "The system MUST export reports as CSV.",
      "",
      "- [ ] ~~T001 Export reports as CSV~~",
    ]);

    expect(plan.tasks).toEqual([]);
  });

  it("still count as done where they are", () => {
    const plan = planOf([
      "- [x] T001 Compose alpha",
      "  - **Status**: cancelled",
      "- [x] ~~T002 Compose~~",
    ]);

    expect(plan.tasks.map(({ state }) => state)).toEqual(["done", "done"]);
    expect(notesOf(plan)).toEqual([]);
  });
});

describe("tasks that are blocked or deferred", () => {
  it("are told of once, with all that can start only after them", () => {
    //  T001 [-] -> T002 -> T003,  T004 [!],  T005 alone
    const { diagnostics } = planOf([
      "- [-] T001 Compose alpha",
      "- [ ] T002 Compose beta",
      "  - **Depends on**: T001",
      "- [ ] T003 Compose gamma",
      "  - **Depends on**: T002",
      "- [!] T004 Compose delta",
      "- [ ] T005 Compose epsilon",
    ]);

    expect(diagnostics.filter(({ code }) => code === "KS224")).toMatchObject([
      {
        severity: "info",
        message:
          "Blocked or deferred, so not offered to begin though forecasts count them: T001 and T004; 2 tasks can start only after them; change the box once they can go on",
        at: { line: 3 },
      },
    ]);
  });
});

function planOf(lines: readonly string[]) {
  const text = ["# Spec", "", ...lines, ""].join("\n");
  return aPlan(parseSpec([{ path: "spec.md", text }], "spec.md"));
}

function notesOf({ diagnostics }: ReturnType<typeof planOf>): readonly string[] {
  return diagnostics.filter(({ code }) => code === "KS223").map(({ message }) => message);
}
