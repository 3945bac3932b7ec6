import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { spreadInOrder } from "../../../src/core/graph/spread-in-order.ts";

it("leaves those alone that stand far enough from each other", () => {
  expect(spreadInOrder([0, 10, 30], [0, 5, 5])).toEqual([0, 10, 30]);
});

it("moves those apart that want the same place, as much to one side as to the other", () => {
  expect(spreadInOrder([10, 10, 10], [0, 4, 4])).toEqual([6, 10, 14]);
});

it("keeps order and gaps, whatever is wanted", () => {
  const item = fc.tuple(fc.integer({ min: -100, max: 100 }), fc.nat(20));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), (items) => {
      const gaps = items.map(([, gap]) => gap);
      const places = spreadInOrder(
        items.map(([place]) => place),
        gaps,
      );

      for (const [index, place] of places.entries()) {
        if (index === 0) continue;
        const least = (places[index - 1] ?? 0) + (gaps[index] ?? 0);
        expect(place).toBeGreaterThanOrEqual(least - 1e-9);
      }
    }),
    { numRuns: 300 },
  );
});
