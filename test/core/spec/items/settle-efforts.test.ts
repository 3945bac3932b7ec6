import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readSpec } from "../../../support/read-spec.ts";

/** Hours of each task and findings about estimates, of boxes with these words. */
function settle(...lines: readonly string[]) {
  const { tasks, diagnostics } = readSpec(["# Tasks: Odd hours", "", ...lines].join("\n"));
  const found = diagnostics.filter(({ code }) => code === "KS118");
  return {
    hours: tasks.map(({ effort }) => effort?.hours),
    found: found.map(({ at, message }) => `${at.line} ${message.replace(/, which.*/, "")}`),
  };
}

describe("an estimate that no work can have", () => {
  it.each([
    ["- [ ] T001: Build the store (1000000h)", "T001 is estimated at 1000000h"],
    ["- [ ] T001: Build the store (-5h)", "T001 is estimated at -5h"],
    ["- [ ] T001: Build the store\n  - Estimate: -3 hours", "T001 is estimated at -3 hours"],
    ["- [ ] T001: Build the store\n  - Hours: -3", "T001 is estimated at -3 Hours"],
    ["- [ ] T001: Build the store\n  - Story points: 100000", "T001 is estimated at 100000 "],
    [
      `- [ ] T001: Build\n  - Estimate: ${"9".repeat(30)} days`,
      `T001 is estimated at ${"9".repeat(30)}`,
    ],
    ["- [ ] T001: Build the store [9-20000h]", "T001 is estimated at 9-20000h"],
    ["- [ ] T001: Build the store\n  - Estimate: 12,000 h", "T001 is estimated at 12,000 h"],
  ])("is said of %j and does not count", (line, message) => {
    const { hours, found } = settle(line);

    expect(hours).toEqual([undefined]);
    expect(found).toEqual([expect.stringContaining(`3 ${message}`)]);
  });

  it("is said of steps too, which keep their words", () => {
    const { found } = settle(
      ...["- [ ] T001: Build the store (4h)", "  - [ ] Draw it (-2h)", "  - [ ] Make it (2h)"],
    );

    expect(found).toEqual(["4 A step of T001 is estimated at -2 h"]);
  });

  it("is said of no milestone, and of nothing that can be", () => {
    const { hours, found } = settle(
      "- [ ] T001: Release day (0h)",
      "- [ ] T002: Rebuild the house (10000h)",
      "- [ ] T003: Write (8-2h)",
    );

    expect(hours).toEqual([0, 10_000, 5]);
    expect(found).toEqual([]);
  });

  it("leaves every task between 0 and 10,000 hours, whatever is written", () => {
    const word = fc.string({ unit: fc.constantFrom(..."0123456789-.,hdw "), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const { hours } = settle(
          `- [ ] T001: Build it (${a})`,
          `- [ ] T002: Mend it`,
          `  - Estimate: ${b}`,
        );

        for (const one of hours) expect(one ?? 0).toBeGreaterThanOrEqual(0);
        for (const one of hours) expect(one ?? 0).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
