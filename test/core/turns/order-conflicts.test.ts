import { describe, expect, it } from "@jest/globals";
import { buildSchedule } from "../../../src/core/schedule/build-schedule.ts";
import { orderConflicts } from "../../../src/core/turns/order-conflicts.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";

// T001 (10 h) -> T002 -> T003 (1 h each);  T004 (2 h) -> T005 (30 h);  T001 and T004 migrate
const hours = { T001: 10, T002: 1, T003: 1, T004: 2, T005: 30 };
const parts = { development: undefined, testing: undefined, review: undefined };
const tasks = Object.entries(hours).map(([id, effort], at) =>
  aSpecTask(id, {
    line: 10 + at,
    effort: {
      ...{ hours: effort, minHours: effort, maxHours: effort, text: `${effort}h` },
      ...{ points: undefined, parts },
    },
    files:
      id === "T001" || id === "T004"
        ? [{ path: `db/migrations/${id}.sql`, action: undefined }]
        : [],
  }),
);
const statements = [anEdge("T002", "T001"), anEdge("T003", "T002"), anEdge("T005", "T004")];

describe("orderConflicts", () => {
  it("gives turns, queue and waves to who has most hours behind it, as the forecast does", () => {
    const built = aPlan(aSpec(tasks, { statements }));
    const schedule = buildSchedule(built);

    const plan = orderConflicts(built, schedule.begins);

    expect(built.conflicts[0]?.suggestedOrder[0]).toBe("P1.T001");
    expect(plan.conflicts[0]?.suggestedOrder).toEqual(["P1.T004", "P1.T001"]);
    expect(plan.dependencies.filter(({ sharedResource }) => sharedResource)).toMatchObject([
      { from: "P1.T004", to: "P1.T001", type: "mutual_exclusion" },
    ]);
    expect(schedule.frontier.startable).toEqual(["P1.T004"]);
    expect(schedule.waves[0]?.tasks).toEqual(["P1.T004"]);
    expect(schedule.forecast?.tasks[3]?.startP50Hours).toBe(0);
    expect(plan.deadlocks.map(({ verdict }) => verdict)).toEqual(
      built.deadlocks.map(({ verdict }) => verdict),
    );
  });

  it("leaves a plan as it is whose tasks wait for each other", () => {
    const built = aPlan(aSpec(tasks, { statements: [...statements, anEdge("T004", "T005")] }));

    expect(orderConflicts(built, buildSchedule(built).begins)).toBe(built);
  });
});
