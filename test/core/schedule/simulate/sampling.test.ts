import { describe, expect, it } from "@jest/globals";
import { Random } from "../../../../src/core/schedule/random/random.ts";
import { DurationSampler } from "../../../../src/core/schedule/simulate/duration-sampler.ts";
import { Samples } from "../../../../src/core/schedule/simulate/samples.ts";

describe("DurationSampler", () => {
  it.each([
    [4, 6, 10],
    [2, 4, 8],
    [1, 1, 9],
    [1, 9, 9],
    [5, 5, 5],
  ])("draws from the beta-PERT law of %d, %d and %d", (optimistic, likely, pessimistic) => {
    const sampler = new DurationSampler([{ optimistic, likely, pessimistic }]);
    const random = new Random(1);
    const draws = new Samples(20_000);
    const hours = new Float64Array(1);
    for (let i = 0; i < 20_000; i++) {
      sampler.sample(hours, random);
      draws.add(hours[0] ?? 0);
    }

    const [least = 0, most = 0] = draws.quantiles([0, 1]);
    expect(least).toBeGreaterThanOrEqual(optimistic);
    expect(most).toBeLessThanOrEqual(pessimistic);
    const mean = (optimistic + 4 * likely + pessimistic) / 6;
    expect(Math.abs(draws.mean - mean)).toBeLessThanOrEqual(0.03);
    const variance = ((mean - optimistic) * (pessimistic - mean)) / 7;
    expect(draws.standardError).toBeCloseTo(Math.sqrt(variance / 20_000), 3);
  });
});

describe("Samples", () => {
  it("gives the least value that a share of all does not exceed", () => {
    const samples = new Samples(10);
    for (const value of [5, 1, 4, 2, 3]) samples.add(value);

    expect(samples.quantiles([0.5, 0.8, 0.95])).toEqual([3, 4, 5]);
    expect(samples.mean).toBe(3);
    expect(samples.standardError).toBeCloseTo(Math.sqrt(2.5 / 5), 10);
  });

  it("tells how far its quantiles may be off, as repetitions of the whole show", () => {
    const random = new Random(3);
    const shares = [0.5, 0.8, 0.95];
    const repetitions = Array.from({ length: 300 }, () => {
      const samples = new Samples(400);
      for (let i = 0; i < 400; i++) samples.add(random.fraction() ** 2);
      return samples;
    });

    for (const [at, share] of shares.entries()) {
      const met = new Samples(300);
      const told = new Samples(300);
      for (const one of repetitions) {
        met.add(one.quantiles([share])[0] ?? 0);
        told.add(one.quantileErrors(shares)[at] ?? 0);
      }
      const spread = met.standardError * Math.sqrt(300);
      expect(Math.abs(told.mean / spread - 1)).toBeLessThan(0.15);
    }
  });

  it("knows nothing without values", () => {
    const samples = new Samples(1);

    expect([samples.mean, samples.standardError, ...samples.quantiles([0.5])]).toEqual([0, 0, 0]);
    expect(samples.quantileErrors([0.8, 0.95])).toEqual([0, 0]);
  });
});
