import { describe, expect, it } from "@jest/globals";
import { judgeTaskStates } from "../../../../src/core/coordinate/shown/judge-task-states.ts";
import type { ObservedPull } from "../../../../src/core/model/observed-lane.ts";
import { aLane, type TaskSketch } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";
import { situationsOf } from "../../../support/situations-of.ts";

/** State of task B. */
function stateOfB(
  b: TaskSketch,
  { isStartable = false, pulls = [] as readonly ObservedPull[] } = {},
) {
  const { tasks } = situationsOf(aLane({ A: {}, B: b }, { pulls }));
  const key = "PLAN-1a2b3c4d/B";
  return judgeTaskStates(tasks, new Set(isStartable ? [key] : [])).get(key);
}

describe("judgeTaskStates", () => {
  it.each([
    ["blocked", { after: ["A"] }],
    ["blocked", { issue: "gone" }],
    ["completed", { issue: "completed" }],
    [undefined, { issue: "not_planned" }],
    ["ready", {}],
    ["ready", { assignees: ["ada"] }],
  ] as const)("is %s for %j", (state, sketch) => {
    expect(stateOfB(sketch)).toBe(state);
  });

  it("shows what people do with a task that may start", () => {
    const pulls = [aPull(7, { closes: [2] })];

    expect(stateOfB({}, { isStartable: true })).toBe("queued");
    expect(stateOfB({ assignees: ["ada"] }, { isStartable: true })).toBe("assigned");
    expect(stateOfB({}, { isStartable: true, pulls })).toBe("running");
  });

  it("does not let a task out of its turn because somebody works on it", () => {
    const pulls = [aPull(7, { closes: [2] })];

    expect(stateOfB({ after: ["A"], assignees: ["ada"] }, { pulls })).toBe("blocked");
    expect(stateOfB({}, { pulls })).toBe("ready");
  });

  it("is running from the merge until the issue is closed", () => {
    const pulls = [aPull(7, { closes: [2], state: "merged" })];

    expect(stateOfB({}, { pulls })).toBe("running");
  });
});
