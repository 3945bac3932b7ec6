import { expect, it } from "@jest/globals";
import { listNames } from "../../../src/core/text/list-names.ts";

it.each([
  [1, "a"],
  [2, "a and b"],
  [3, "a, b and c"],
  [5, "a, b, c, d and e"],
  [7, "a, b, c, d and 3 more"],
])("names %i things in a sentence", (count, text) => {
  expect(listNames([..."abcdefg"].slice(0, count))).toBe(text);
});
