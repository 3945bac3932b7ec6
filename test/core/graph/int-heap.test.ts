import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { IntHeap } from "../../../src/core/graph/int-heap.ts";

it("gives any integers back in order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (items) => {
      const heap = new IntHeap();
      for (const item of items) heap.push(item);

      const sorted = items.map(() => heap.pop());

      expect(sorted).toEqual(items.toSorted((a, b) => a - b));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
