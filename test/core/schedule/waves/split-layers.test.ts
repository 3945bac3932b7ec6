import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fillWaves } from "../../../../src/core/schedule/waves/fill-waves.ts";
import { type Split, splitLayers } from "../../../../src/core/schedule/waves/split-layers.ts";
import type { WaveList, WaveWork } from "../../../../src/core/schedule/waves/wave-work.ts";
import { anyWorkload, aWorkload } from "../../../support/a-workload.ts";

describe("a layer that is too full for one wave", () => {
  const hours = Float64Array.of(8, 2, 8, 2, 4);
  const work: WaveWork = { workload: aWorkload([], [[], [], [], [], []]), hours, maxWaveSize: 3 };

  it("is split into waves with about the same hours", () => {
    expect(splitLayers(work, "balanced")).toEqual([
      [0, 4],
      [2, 1, 3],
    ]);
  });

  it("is split into waves whose tasks take about the same time", () => {
    expect(splitLayers(work, "alike")).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
  });

  it("has waves whose hours differ by no more than its longest task, where size leaves room", () => {
    const layer = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(layer, fc.integer({ min: 2, max: 5 }), (list, parts) => {
        // every task takes one of so many units, so units alone part the layer
        const capacity = Math.ceil(list.length / parts);
        const workload = aWorkload(
          [],
          list.map(() => [1]),
          { capacities: [capacity] },
        );
        const hours = Float64Array.from(list);

        const waves = splitLayers({ workload, hours, maxWaveSize: list.length }, "balanced");

        expect(waves).toHaveLength(Math.ceil(list.length / capacity));
        const open = waves.filter((wave) => wave.length < capacity);
        const sums = waves.map((wave) => wave.reduce((sum, task) => sum + (list[task] ?? 0), 0));
        const least = Math.min(...sums);
        for (const wave of open) {
          const sum = wave.reduce((total, task) => total + (list[task] ?? 0), 0);
          expect(sum - least).toBeLessThanOrEqual(Math.max(...list));
        }
      }),
    );
  });
});

describe("waves, in whatever way they are made", () => {
  const ways: readonly [string, (work: WaveWork) => WaveList][] = [
    ["balanced", (work) => splitLayers(work, "balanced" satisfies Split)],
    ["alike", (work) => splitLayers(work, "alike" satisfies Split)],
    ["filled", (work) => fillWaves(work, Int32Array.from(work.hours.keys()))],
  ];

  it.each(ways)(
    "hold every task once, after what it waits for, within size and units: %s",
    (_, make) => {
      fc.assert(
        fc.property(anyWorkload(), fc.integer({ min: 1, max: 4 }), (any, maxWaveSize) => {
          const { workload, edges, needs, hours } = any;

          const waves = make({ workload, hours: Float64Array.from(hours), maxWaveSize });

          expect(waves.flat().toSorted((a, b) => a - b)).toEqual([...hours.keys()]);
          const waveOf = new Map(waves.flatMap((wave, at) => wave.map((task) => [task, at])));
          for (const [from, to] of edges) {
            expect(waveOf.get(from)).toBeLessThan(waveOf.get(to) ?? 0);
          }
          for (const wave of waves) {
            expect(wave.length).toBeLessThanOrEqual(maxWaveSize);
            for (const [k, capacity] of workload.capacities.entries()) {
              const units = wave.reduce((sum, task) => sum + (needs[task]?.[k] ?? 0), 0);
              expect(units).toBeLessThanOrEqual(capacity);
            }
          }
        }),
      );
    },
  );

  it("leave no room in a filled wave that a later task could have taken", () => {
    fc.assert(
      fc.property(anyWorkload(), ({ workload, edges, needs, hours }) => {
        const work = { workload, maxWaveSize: 2 };

        const waves = fillWaves(work, Int32Array.from(hours.keys()));

        for (const [at, wave] of waves.entries()) {
          const earlier = new Set(waves.slice(0, at).flat());
          const able = waves
            .slice(at + 1)
            .flat()
            .filter((task) => {
              if (wave.length >= work.maxWaveSize) return false;
              const isReady = edges.every(([from, to]) => to !== task || earlier.has(from));
              return (
                isReady &&
                [...workload.capacities].every((capacity, k) => {
                  const units = [...wave, task].reduce(
                    (sum, one) => sum + (needs[one]?.[k] ?? 0),
                    0,
                  );
                  return (needs[task]?.[k] ?? 0) === 0 || units <= capacity;
                })
              );
            });
          expect(able).toEqual([]);
        }
      }),
    );
  });
});
