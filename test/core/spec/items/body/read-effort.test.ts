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

  it.each([
    ["  - **Estimate**: 2h/4h/8h"],
    ["  - **Estimate**: optimistic 2h, likely 4h, pessimistic 8h"],
    ["  - **Estimate**:\n    - Optimistic: 2h\n    - Most likely: 4h\n    - Pessimistic: 8h"],
    ["  - **Optimistic**: 2h\n  - **Most likely**: 4h\n  - **Pessimistic**: 1d"],
    ["  - **Estimate**: 3h\n  - Pessimistic: 8h\n  - Optimistic: 2h\n  - Likely: 4h"],
  ])("reads the three points of %j", (body) => {
    const { tasks, diagnostics } = readSpec(`# T\n\n- [ ] T001 Sell books\n${body}\n`);

    expect(tasks[0]?.effort).toMatchObject({ minHours: 2, hours: 4, maxHours: 8 });
    expect(diagnostics.filter(({ code }) => code === "KS118")).toEqual([]);
  });

  it("puts three points in order that do not rise, and says so", () => {
    const { tasks, diagnostics } = readSpec("# T\n\n- [ ] T001 Sell\n  - Estimate: 8h/4h/2h\n");

    expect(tasks[0]?.effort).toMatchObject({ minHours: 2, hours: 4, maxHours: 8 });
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContainEqual(
      expect.stringMatching(
        /^KS118 T001 is estimated at 8 h, 4 h and 2 h .* count as 2 h, 4 h and 8 h/,
      ),
    );
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
