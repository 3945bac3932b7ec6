import { describe, expect, it } from "@jest/globals";
import { diffLabels } from "../../../../src/core/coordinate/shown/diff-labels.ts";
import type { TaskState } from "../../../../src/core/model/task-state.ts";
import { aLane } from "../../../support/a-lane.ts";
import { situationsOf } from "../../../support/situations-of.ts";

function diff(labels: readonly string[], state: TaskState | undefined): readonly string[] {
  const { tasks } = situationsOf(aLane({ A: { labels } }));
  const states = new Map<string, TaskState>(state ? [["PLAN-1a2b3c4d/A", state]] : []);
  return diffLabels(tasks, states).map((op) =>
    op.kind === "add-label" || op.kind === "remove-label" ? `${op.kind} ${op.label}` : op.kind,
  );
}

describe("diffLabels", () => {
  it("puts the new label on before it takes the old one off", () => {
    expect(diff(["state:blocked"], "queued")).toEqual([
      "add-label state:available",
      "remove-label state:blocked",
    ]);
  });

  it("leaves a true label and people's own labels alone", () => {
    expect(diff(["bug", "wave:1", "state:available"], "queued")).toEqual([]);
  });

  it("takes what differs in case only for the same, as GitHub does", () => {
    expect(diff(["State:Available"], "queued")).toEqual([]);
    expect(diff(["State:Blocked"], "queued")).toEqual([
      "add-label state:available",
      "remove-label State:Blocked",
    ]);
  });

  it.each(["completed", undefined] as const)("leaves none on where the state is %s", (state) => {
    expect(diff(["state:available", "state:blocked"], state)).toEqual([
      "remove-label state:available",
      "remove-label state:blocked",
    ]);
  });

  it("writes nothing where the issue is gone", () => {
    const { tasks } = situationsOf(aLane({ A: { issue: "gone" } }));

    expect(diffLabels(tasks, new Map([["PLAN-1a2b3c4d/A", "blocked"]]))).toEqual([]);
  });
});
