import { describe, expect, it } from "@jest/globals";
import { kahnLayers } from "../../../src/core/graph/kahn-layers.ts";
import { longestPath } from "../../../src/core/graph/longest-path.ts";
import { measureTails } from "../../../src/core/graph/measure-tails.ts";

//  0 -> 1 -> 3
//  2 ------> 3,  4 alone
const edges = [
  [0, 1],
  [1, 3],
  [2, 3],
] as const;

describe("longestPath", () => {
  it("gives the path with the most nodes", () => {
    expect(longestPath(5, edges)).toEqual([0, 1, 3]);
  });

  it("takes the smallest nodes of several paths as long", () => {
    expect(
      longestPath(4, [
        [1, 3],
        [0, 2],
      ]),
    ).toEqual([0, 2]);
  });

  it("is empty without nodes", () => {
    expect(longestPath(0, [])).toEqual([]);
  });
});

describe("measureTails", () => {
  it("counts the nodes from each node to the end", () => {
    expect(measureTails(5, edges)).toEqual([3, 2, 2, 1, 1]);
  });
});

describe("kahnLayers", () => {
  it("puts each node after the last of its predecessors", () => {
    expect(kahnLayers(5, edges)).toEqual([[0, 2, 4], [1], [3]]);
  });

  it("leaves out what is on a cycle or behind one", () => {
    expect(
      kahnLayers(4, [
        [1, 2],
        [2, 1],
        [2, 3],
      ]),
    ).toEqual([[0]]);
  });
});
