import { describe, expect, it } from "@jest/globals";
import { Random } from "../../../../src/core/schedule/random/random.ts";

describe("Random", () => {
  it("gives the same numbers for the same seed and others for another", () => {
    const draw = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 4 }, () => random.next());
    };

    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(0)).not.toEqual(draw(1));
  });

  it("spreads over the whole range evenly", () => {
    const random = new Random(3);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const at = random.below(10);
      counts[at] = (counts[at] ?? 0) + 1;
    }

    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
