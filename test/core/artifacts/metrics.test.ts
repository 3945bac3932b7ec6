import { describe, expect, it } from "@jest/globals";
import { countOverlaps } from "../../../src/core/artifacts/metrics/count-overlaps.ts";
import { measureVerbFirst } from "../../../src/core/artifacts/metrics/measure-verb-first.ts";

describe("measureVerbFirst", () => {
  it.each([
    [["Add orders", "Orders page"], 0.5],
    [["Re-enable the cache", "Reconfigure nginx", "`Create` it"], 1],
    [["Überprüfe das", "添加订单"], undefined],
    [[], undefined],
  ])("%j: %p", (titles, share) => {
    expect(measureVerbFirst(titles)).toBe(share);
  });
});

describe("countOverlaps", () => {
  it("counts pairs of titles that say almost the same", () => {
    const titles = [
      "Add the login form to the start page",
      "Add login form to the start page",
      "Add the export of orders",
      "Write the docs",
    ];

    expect(countOverlaps(titles)).toBe(1);
  });

  it("does not take numbered tasks for the same work", () => {
    expect(countOverlaps(Array.from({ length: 300 }, (_, i) => `Implement part ${i}`))).toBe(0);
  });
});
