import { describe, expect, it } from "@jest/globals";
import { listEdges } from "../../../src/core/graph/list-edges.ts";
import { toScheduleGraph } from "../../../src/core/schedule/to-schedule-graph.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";

describe("toScheduleGraph", () => {
  it.each([
    ["todo", ["0 1", "1 2"]],
    ["done", ["0 1", "0 2", "1 2"]],
  ] as const)("keeps who waits for whom where the task between is %s", (state, edges) => {
    // T001 ─▶ T002 ─▶ T003, and T001 ─▶ T003 as well
    const plan = aPlan(
      aSpec([aSpecTask("T001"), aSpecTask("T002", { state }), aSpecTask("T003")], {
        statements: [anEdge("T002", "T001"), anEdge("T003", "T002"), anEdge("T003", "T001")],
      }),
    );

    const { graph } = toScheduleGraph(plan);

    expect(listEdges(graph).map((edge) => edge.join(" "))).toEqual(edges);
  });
});
