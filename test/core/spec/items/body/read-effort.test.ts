import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";

describe("readEffort", () => {
  it.each([
    ["  - **Estimate**: 4h\n    - Development: 2h\n    - Testing: 1h\n    - Review: 1h"],
    ["  **Estimate**: 4h\n  - Development: 2h\n  - Testing: 1h\n  - Review: 1h"],
    ["  - **Estimate**: 4h\n  - Development: 2h, Testing: 1h, Review: 60m"],
    ["  - **Duration**: 4h (dev 2h, tests 1h, review 1h)"],
    ["  - Development time: 2h\n  - Testing time: 1h\n  - Review time: 1h"],
  ])("reads the split of %j", (body) => {
    const [task] = readSpec(`# T\n\n- [ ] T001 Sell books\n${body}\n`).tasks;

    expect(task?.effort?.hours).toBe(4);
    expect(task?.effort?.parts).toEqual({ development: 2, testing: 1, review: 1 });
    expect(task?.doneWhen).toEqual([]);
  });

  it("makes no part of figures that stand for something else", () => {
    const [task] = readSpec(
      "# T\n\n- [ ] T001 Sell books (3h)\n  - Testing: load for 2h and see 100 orders\n",
    ).tasks;

    expect(task?.effort?.parts).toEqual({
      development: undefined,
      testing: undefined,
      review: undefined,
    });
  });
});
