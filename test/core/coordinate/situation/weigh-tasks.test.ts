import { describe, expect, it } from "@jest/globals";
import { weighTasks } from "../../../../src/core/coordinate/situation/weigh-tasks.ts";
import type { CoordinatedPlan } from "../../../../src/core/model/coordinated-plan.ts";
import type { TaskId } from "../../../../src/core/model/ids.ts";
import { aLane, type TaskSketch } from "../../../support/a-lane.ts";

function weigh(tasks: Readonly<Record<string, TaskSketch>>) {
  const [plan] = aLane(tasks).plans as [CoordinatedPlan];
  return Object.fromEntries([...weighTasks(plan)].map(([id, { weight }]) => [id, weight]));
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

  it("follows the plan's priority, and keeps weights that plans can be compared by", () => {
    // A -> B;  C, which goes first by the plan
    const [plan] = aLane({ A: {}, B: { after: ["A"] }, C: {} }).plans as [CoordinatedPlan];
    const hours = new Map([
      ["A", 5],
      ["B", 5],
      ["C", 3],
    ]);
    const tasks = plan.tasks.map((task) => ({ ...task, hours: hours.get(task.id) }));
    const priority = ["C" as TaskId, "A" as TaskId];

    expect(Object.fromEntries(weighTasks({ ...plan, tasks, priority }))).toEqual({
      A: { weight: 10, rank: 1 },
      B: { weight: 5, rank: 2 },
      C: { weight: 10, rank: 0 },
    });
    expect(weighTasks({ ...plan, tasks }).get("C" as TaskId)).toEqual({ weight: 3, rank: 0 });
  });
});
