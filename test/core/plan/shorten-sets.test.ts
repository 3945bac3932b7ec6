import { expect, it } from "@jest/globals";
import { shortenSets } from "../../../src/core/plan/shorten-sets.ts";
import { anEdge } from "../../support/an-edge.ts";

const list = (last: number) => Array.from({ length: last }, (_, place) => `T${place + 1}`);
const all = (owner: number, confidence = 1) => {
  const edge = anEdge(`T${owner}`, list(owner - 1).join(" "), { confidence });
  if (edge.kind !== "edge") throw new Error("no edge");
  return edge;
};

it("keeps of all previous tasks the one that waits for the others", () => {
  const edges = [all(99), all(100)];
  expect(shortenSets(edges, edges)[1]?.on).toEqual(["T99"]);
});

it("keeps those that nobody in the set waits for", () => {
  const edges = [all(60), all(100)];
  expect(shortenSets(edges, edges)[1]?.on).toEqual(list(99).slice(59));
});

it("keeps lists that a person could have written", () => {
  const edges = [all(3), all(4)];
  expect(shortenSets(edges, edges)).toEqual(edges);
});

it("does not count on a wish", () => {
  const edges = [all(99, 0.4), all(100)];
  expect(shortenSets(edges, edges)[1]?.on).toEqual(list(99));
});
