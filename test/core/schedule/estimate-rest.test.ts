import { describe, expect, it } from "@jest/globals";
import { estimateRest } from "../../../src/core/schedule/estimate-rest.ts";
import { Random } from "../../../src/core/schedule/random/random.ts";
import { DurationSampler } from "../../../src/core/schedule/simulate/duration-sampler.ts";

const whole = { optimistic: 4, likely: 6, pessimistic: 10 };

describe("the rest of a task under way", () => {
  it("is what is left of each estimate", () => {
    expect(estimateRest(whole, 3)).toEqual({ optimistic: 1, likely: 3, pessimistic: 7 });
    expect(estimateRest(whole, 7)).toEqual({ optimistic: 0, likely: 0, pessimistic: 3 });
  });

  it("is short where all estimates are exceeded", () => {
    const { optimistic, likely, pessimistic } = estimateRest(whole, 12);

    expect([optimistic, likely, pessimistic]).toEqual([6 * 0.05, 6 * 0.1, 6 * 0.25]);
  });

  it.each([1, 3, 5, 6, 7, 8])("is within half an hour of what lasts longer than %s h", (worked) => {
    const longer = draw(whole, 40_000).filter((hours) => hours > worked);
    const truth = mean(longer) - worked;

    expect(Math.abs(mean(draw(estimateRest(whole, worked), 10_000)) - truth)).toBeLessThan(0.5);
  });
});

function draw(estimate: typeof whole, count: number): readonly number[] {
  const sampler = new DurationSampler([estimate]);
  const random = new Random(1);
  const one = new Float64Array(1);
  return Array.from({ length: count }, () => {
    sampler.sample(one, random);
    return one[0] ?? 0;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
