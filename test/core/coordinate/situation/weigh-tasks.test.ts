import { describe, expect, it } from "@jest/globals";
import { weighTasks } from "../../../../src/core/coordinate/situation/weigh-tasks.ts";
import type { CoordinatedPlan } from "../../../../src/core/model/coordinated-plan.ts";
import { aLane, type TaskSketch } from "../../../support/a-lane.ts";

function weigh(tasks: Readonly<Record<string, TaskSketch>>) {
  const [plan] = aLane(tasks).plans as [CoordinatedPlan];
  return Object.fromEntries(weighTasks(plan));
}

describe("weighTasks", () => {
  it("counts the tasks on the longest path to the end", () => {
    // A -> B -> D
    // C ------> D
    const weights = weigh({ A: {}, B: { after: ["A"] }, C: {}, D: { after: ["B", "C"] } });

    expect(weights).toEqual({ A: 3, B: 2, C: 2, D: 1 });
  });

  it("gives what stands on a cycle no weight", () => {
    const weights = weigh({ A: { after: ["B"] }, B: { after: ["A"] }, C: {} });

    expect(weights).toEqual({ A: 0, B: 0, C: 1 });
  });
});
