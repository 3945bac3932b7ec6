import { describe, expect, it } from "@jest/globals";
import { findFault } from "../../../../src/core/schedule/order/find-fault.ts";
import { aProject } from "../../../support/a-project.ts";

//  0 -> 1,  2 alone; all need one of two units
const project = aProject([[0, 1]], [2, 3, 2], [2], [[1], [1], [2]]);

describe("findFault", () => {
  it("finds none in a schedule that can be carried out", () => {
    expect(findFault(project, [0, 2, 5])).toBeUndefined();
  });

  it("finds a start before a predecessor has ended", () => {
    expect(findFault(project, [0, 1, 5])).toBe("activity 1 starts before 0 has ended");
  });

  it("finds a step in which more is used than there is", () => {
    expect(findFault(project, [0, 2, 4])).toBe("resource 0 is overused at 4");
  });

  it("finds an activity that was forgotten or starts too soon", () => {
    expect(findFault(project, [0, 2])).toBe("activity 2 starts before 0");
    expect(findFault(project, [-1, 2, 5])).toBe("activity 0 starts before 0");
  });
});
