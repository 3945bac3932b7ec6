import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { compareNaturally } from "../../../src/core/text/compare-naturally.ts";

it("counts numbers as numbers", () => {
  const names = ["10.md", "9.md", "task-10.md", "task-2.md", "task-2a.md", "1.10", "1.9", "a"];

  expect(names.toSorted(compareNaturally)).toEqual([
    ...["1.9", "1.10", "9.md", "10.md", "a", "task-2.md", "task-2a.md", "task-10.md"],
  ]);
});

it("is an order", () => {
  const name = fc.string({
    unit: fc.constantFrom("a", "b", "0", "1", "2", "-", "."),
    maxLength: 8,
  });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(compareNaturally(a, a)).toBe(0);
      expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
      if (compareNaturally(a, b) <= 0 && compareNaturally(b, c) <= 0)
        expect(compareNaturally(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
