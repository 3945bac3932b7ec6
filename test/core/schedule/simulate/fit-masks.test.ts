import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { listFitMasks } from "../../../../src/core/schedule/simulate/fit-masks.ts";

describe("listFitMasks", () => {
  it("tells of every way in which units can be left over who fits", () => {
    const anyTable = fc
      .array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 })
      .chain((capacities) =>
        fc.record({
          capacities: fc.constant(capacities),
          rows: fc.array(fc.tuple(...capacities.map((units) => fc.nat(units))), {
            minLength: 1,
            maxLength: 70,
          }),
        }),
      );
    fc.assert(
      fc.property(anyTable, fc.array(fc.nat(69)), ({ capacities, rows }, picks) => {
        const masks = listFitMasks(
          Int32Array.from(capacities),
          Int32Array.from(rows.flat()),
          rows.length,
        );
        const free = [...capacities];
        let number = masks?.full ?? 0;
        for (const pick of picks) {
          const rank = pick % rows.length;
          if (!fits(rows[rank] ?? [], free)) continue;
          for (const [k, units] of (rows[rank] ?? []).entries()) free[k] = (free[k] ?? 0) - units;
          number -= masks?.codes[rank] ?? 0;
        }

        const base = masks?.setOf[number] ?? 0;
        const looked = rows.map(
          (_, rank) => ((masks?.sets[base + (rank >> 5)] ?? 0) >>> (rank & 31)) & 1,
        );

        expect(looked).toEqual(rows.map((row) => Number(fits(row, free))));
      }),
    );
  });

  it("counts in the units that all needs share", () => {
    const masks = listFitMasks(Int32Array.of(32_000), Int32Array.of(8000, 16_000, 0), 3);

    expect(masks?.full).toBe(4);
    expect(masks?.codes).toEqual(Int32Array.of(1, 2, 0));
  });

  it("gives up where there is too much to list", () => {
    expect(listFitMasks(Int32Array.of(70_000), Int32Array.of(1, 69_999), 2)).toBeUndefined();
    expect(listFitMasks(Int32Array.of(1), new Int32Array(5000), 5000)).toBeUndefined();
  });
});

function fits(row: readonly number[], free: readonly number[]): boolean {
  return row.every((units, k) => units <= (free[k] ?? 0));
}
