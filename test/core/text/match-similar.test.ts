import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { matchSimilar } from "../../../src/core/text/match-similar.ts";
import { measureSimilarity } from "../../../src/core/text/measure-similarity.ts";
import { splitWords } from "../../../src/core/text/split-words.ts";

const toSets = (...texts: readonly string[]) => texts.map(splitWords);

describe("matchSimilar", () => {
  it("pairs the most alike first, each once", () => {
    const left = toSets("add user login page", "add admin login page");
    const right = toSets("add admin login page now", "add user login page");

    expect(matchSimilar(left, right, 0.6)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("leaves alone what is not alike enough", () => {
    expect(matchSimilar(toSets("write tests"), toSets("run tests"), 0.6)).toEqual([]);
  });

  it("misses no pair of few words that reaches the threshold", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1 });
    const sets = fc.array(
      words.map((list) => new Set(list)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(sets, sets, (left, right) => {
        const pairs = matchSimilar(left, right, 0.6);

        const freeLeft = left.filter((_, i) => !pairs.some(([at]) => at === i));
        const freeRight = right.filter((_, j) => !pairs.some(([, at]) => at === j));
        for (const a of freeLeft) {
          for (const b of freeRight) expect(measureSimilarity(a, b)).toBeLessThan(0.6);
        }
      }),
    );
  });
});

describe("splitWords", () => {
  it("reads letters and digits of any script", () => {
    expect([...splitWords("Füge Login-Seite 2 hinzu!")]).toEqual([
      "füge",
      "login",
      "seite",
      "2",
      "hinzu",
    ]);
    expect([...splitWords("実装する")]).toEqual(["実", "装", "す", "る"]);
  });
});
