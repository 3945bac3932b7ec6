import { describe, expect, it } from "@jest/globals";
import { taskIdPattern } from "../../../src/core/model/ids.ts";
import { mintTaskIds } from "../../../src/core/plan/mint-task-ids.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";

describe("mintTaskIds", () => {
  it.each([
    ["T031", "P1.T031"],
    ["2.1", "P1.T201"],
    ["2.10", "P1.T210"],
    ["10.2", "P1.T1002"],
    ["T105a", "P1.T105a"],
    ["WP03", "P1.T003"],
    ["US1-T012", "P1.T012"],
    ["1.2.3", "P1.T10203"],
    ["20240105", "P1.T001"],
    ["setup", "P1.T001"],
  ])("makes of %s the ID %s", (ownId, id) => {
    const task = aSpecTask(ownId, { line: 1 });

    expect(mintTaskIds([task], new Map(), undefined).get(ownId)).toBe(id);
    expect(id).toMatch(taskIdPattern);
  });

  it("numbers tasks without an ID in document order, above all that are given", () => {
    const tasks = [
      aSpecTask("a", { ownId: undefined, line: 1 }),
      aSpecTask("T005"),
      aSpecTask("b", { ownId: undefined, line: 30, phase: undefined }),
    ];

    expect([...mintTaskIds(tasks, new Map(), undefined).values()]).toEqual([
      "P1.T006",
      "P1.T005",
      "P0.T007",
    ]);
  });

  it("gives digits that two tasks share to the first", () => {
    const tasks = [aSpecTask("T201", { phase: 2 }), aSpecTask("2.1", { phase: 3, line: 30 })];

    expect([...mintTaskIds(tasks, new Map(), undefined).values()]).toEqual(["P2.T201", "P3.T202"]);
  });
});
