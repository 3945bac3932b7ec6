import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { toExpected } from "../../../src/core/schedule/estimate-hours.ts";
import { estimateRest } from "../../../src/core/schedule/estimate-rest.ts";
import { Random } from "../../../src/core/schedule/random/random.ts";
import { DurationSampler } from "../../../src/core/schedule/simulate/duration-sampler.ts";

const whole = { optimistic: 4, likely: 6, pessimistic: 10 };

describe("the rest of a task under way", () => {
  it("is what is left of each estimate before its optimistic hours are over", () => {
    expect(estimateRest(whole, 3)).toEqual({ optimistic: 1, likely: 3, pessimistic: 7 });
  });

  it("is short where all estimates are exceeded, or nearly", () => {
    const soon = [6 * 0.05, 6 * 0.1, 6 * 0.25];
    for (const worked of [9, 12, 100]) {
      const { optimistic, likely, pessimistic } = estimateRest(whole, worked);
      expect([optimistic, likely, pessimistic]).toEqual(soon);
    }
  });

  it.each([1, 3, 4.5, 5, 6, 7, 8])("has the quantiles of what lasts longer than %s h", (worked) => {
    const longer = sort(draw(whole, 200_000).filter((hours) => hours > worked));
    const rest = sort(draw(estimateRest(whole, worked), 40_000));

    for (const share of [0.1, 0.5, 0.8, 0.95]) {
      expect(Math.abs(at(rest, share) - (at(longer, share) - worked))).toBeLessThan(0.05);
    }
    expect(Math.abs(toExpected(estimateRest(whole, worked)) - mean(rest))).toBeLessThan(0.05);
  });

  it("is less the more was worked, and never below none", () => {
    const hours = fc.integer({ min: 0, max: 320 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(hours, hours, hours, hours, (a, b, c, worked) => {
        const [optimistic = 0, likely = 0, pessimistic = 0] = [a, b, c].toSorted((x, y) => x - y);
        const rest = estimateRest({ optimistic, likely, pessimistic }, worked);

        expect(rest.optimistic).toBeGreaterThanOrEqual(0);
        expect(rest.likely).toBeGreaterThanOrEqual(rest.optimistic);
        expect(rest.pessimistic).toBeGreaterThanOrEqual(rest.likely);
        for (const one of draw(rest, 50)) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(rest.pessimistic + 1e-9);
        }
      }),
    );
  });
});

function draw(estimate: ReturnType<typeof estimateRest>, count: number): readonly number[] {
  const sampler = new DurationSampler([estimate]);
  const random = new Random(1);
  const one = new Float64Array(1);
  return Array.from({ length: count }, () => {
    sampler.sample(one, random);
    return one[0] ?? 0;
  });
}

function sort(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * sorted.length)] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
