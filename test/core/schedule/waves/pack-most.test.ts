import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { countEnough } from "../../../../src/core/schedule/waves/count-enough.ts";
import { packMost } from "../../../../src/core/schedule/waves/pack-most.ts";

describe("packMost", () => {
  it("finds what fits at once, not what there is", () => {
    expect(packMost([8, 8, 8], { capacity: 12, slots: 10 })).toBe(8);
    expect(packMost([1, 1, 1], { capacity: 12, slots: 2 })).toBe(2);
  });

  it("is the best of all ways of choosing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }),
        fc.record({
          capacity: fc.integer({ min: 1, max: 60 }),
          slots: fc.integer({ min: 1, max: 5 }),
        }),
        (amounts, room) => {
          const sums = Array.from({ length: 2 ** amounts.length }, (_, set) => {
            const chosen = amounts.filter((_, at) => (set >> at) & 1);
            return chosen.length > room.slots ? 0 : chosen.reduce((sum, one) => sum + one, 0);
          });

          const most = packMost(amounts, room);

          expect(most).toBe(Math.max(...sums.filter((sum) => sum <= room.capacity)));
        },
      ),
    );
  });

  it("never exceeds the capacity, however many sums there are", () => {
    const amounts = Array.from({ length: 60 }, (_, at) => 1_000_003 + 7919 * at * at);

    const most = packMost(amounts, { capacity: 30_000_000, slots: 30 });

    expect(most).toBeLessThanOrEqual(30_000_000);
    expect(most).toBeGreaterThan(29_900_000);
  });
});

describe("countEnough", () => {
  it.each([
    [25, 0.56, 14],
    [25, 0.28, 7],
    [100, 0.07, 7],
    [19, 0.95, 19],
    [20, 0.95, 19],
    [3, 0.01, 1],
  ])("asks of %i tasks at %d for %i", (size, quorum, wanted) => {
    expect(countEnough(size, quorum)).toBe(wanted);
  });

  it("is the exact share in hundredths, rounded up", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 100 }),
        (size, of100) => {
          const wanted = Number((BigInt(of100) * BigInt(size) + 99n) / 100n);
          expect(countEnough(size, of100 / 100)).toBe(Math.max(1, wanted));
        },
      ),
    );
  });
});
