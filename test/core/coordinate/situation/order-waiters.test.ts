import { expect, it } from "@jest/globals";
import { orderWaiters } from "../../../../src/core/coordinate/situation/order-waiters.ts";

it("puts the longest way first, then who waits longest, then document order", () => {
  const waiters = [
    { name: "late", weight: 2, readySince: 900 },
    { name: "early", weight: 2, readySince: 100 },
    { name: "same", weight: 2, readySince: 900 },
    { name: "heavy", weight: 5, readySince: 999 },
  ];

  const names = orderWaiters(waiters).map(({ name }) => name);

  expect(names).toEqual(["heavy", "early", "late", "same"]);
});
