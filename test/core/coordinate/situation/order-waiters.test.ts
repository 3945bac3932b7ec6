import { expect, it } from "@jest/globals";
import { orderWaiters } from "../../../../src/core/coordinate/situation/order-waiters.ts";

const aWaiter = (name: string, weight: number, readySince: number, daysWaited = 0) => ({
  ...{ name, weight, rank: 0, readySince, daysWaited },
});

it("puts the longest way first, then who waits longest, then document order", () => {
  const waiters = [
    aWaiter("late", 2, 900),
    aWaiter("early", 2, 100),
    aWaiter("same", 2, 900),
    aWaiter("heavy", 5, 999),
  ];

  const names = orderWaiters(waiters).map(({ name }) => name);

  expect(names).toEqual(["heavy", "early", "late", "same"]);
});

it("puts who has waited for days before any way, however long", () => {
  const waiters = [aWaiter("heavy", 50, 0), aWaiter("old", 1, 0, 1), aWaiter("older", 1, 0, 3)];

  const names = orderWaiters(waiters).map(({ name }) => name);

  expect(names).toEqual(["older", "old", "heavy"]);
});
