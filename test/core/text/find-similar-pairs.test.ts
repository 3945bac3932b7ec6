import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findSimilarPairs } from "../../../src/core/text/find-similar-pairs.ts";
import { measureSimilarity } from "../../../src/core/text/measure-similarity.ts";

describe("findSimilarPairs", () => {
  it("finds the pairs that comparing each with each finds", () => {
    const words = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 20 }),
        fc.double({ min: 0.4, max: 1, noNaN: true }),
        (lists, threshold) => {
          const sets = lists.map((list) => new Set(list));
          const all = sets.flatMap((right, j) =>
            sets
              .slice(0, j)
              .flatMap((left, i) =>
                measureSimilarity(left, right) >= threshold ? [`${i} ${j}`] : [],
              ),
          );

          const found = findSimilarPairs(sets, threshold).map((pair) => pair.join(" "));

          expect(found.toSorted()).toEqual(all.toSorted());
        },
      ),
    );
  });
});
