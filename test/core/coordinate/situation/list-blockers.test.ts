import { describe, expect, it } from "@jest/globals";
import { aLane, type TaskSketch } from "../../../support/a-lane.ts";
import { situationsOf } from "../../../support/situations-of.ts";

/** Names of what B waits for. A is #1, B is #2, C is #3. */
function blockersOfB(
  tasks: Readonly<Record<string, TaskSketch>>,
  parts: Parameters<typeof aLane>[1] = {},
): readonly string[] {
  return situationsOf(aLane(tasks, parts))
    .task("B")
    .blockers.map(({ name }) => name);
}

describe("listBlockers", () => {
  it("waits for a predecessor until it is completed", () => {
    // A -> B
    expect(blockersOfB({ A: {}, B: { after: ["A"] } })).toEqual(["#1"]);
    expect(blockersOfB({ A: { issue: "reopened" }, B: { after: ["A"] } })).toEqual(["#1"]);
    expect(blockersOfB({ A: { issue: "completed" }, B: { after: ["A"] } })).toEqual([]);
  });

  it("goes on waiting for what was closed as not planned", () => {
    expect(blockersOfB({ A: { issue: "not_planned" }, B: { after: ["A"] } })).toEqual(["#1"]);
  });

  it("waits for what people linked", () => {
    expect(blockersOfB({ A: {}, B: { blockedBy: ["A"] } })).toEqual(["#1"]);
  });

  it("does not wait for what people unlinked", () => {
    expect(blockersOfB({ A: {}, B: { after: ["A"], blockedBy: [] } })).toEqual([]);
  });

  it("waits by the plan for what never was linked", () => {
    const tasks = { A: {}, B: { after: ["A"], blockedBy: [] } };

    expect(blockersOfB(tasks, { plan: { links: [] } })).toEqual(["#1"]);
  });

  it("waits for a predecessor whose issue is gone", () => {
    const tasks = { A: { issue: "gone" }, B: { after: ["A"], blockedBy: [] } } as const;

    expect(blockersOfB(tasks)).toEqual(["A (its issue is gone)"]);
  });

  it("does not wait for what was done before it was tracked", () => {
    const lane = aLane({ A: {}, B: { after: ["A"], blockedBy: [] } }, { plan: { links: [] } });
    const [plan] = lane.plans;
    const tasks = plan?.tasks.map((task) =>
      task.id === "A" ? { ...task, issue: undefined } : task,
    );

    const { task } = situationsOf({ ...lane, plans: [{ ...plan, tasks } as typeof plan & {}] });

    expect(task("B").blockers).toEqual([]);
  });

  it("names an issue of another repository in full, without a number of ours", () => {
    const lane = aLane({ A: {}, B: { blockedBy: ["A"] } });
    const issues = new Map(lane.issues);
    const b = issues.get("I_2");
    if (b) {
      const blockedBy = b.blockedBy.map((link) => ({ ...link, elsewhere: "octo/api#1" }));
      issues.set("I_2", { ...b, blockedBy });
    }

    const { task } = situationsOf({ ...lane, issues });

    expect(task("B").blockers).toEqual([{ number: undefined, name: "octo/api#1" }]);
  });
});
