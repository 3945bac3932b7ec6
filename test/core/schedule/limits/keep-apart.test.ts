import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { TaskHints } from "../../../../src/core/model/config.ts";
import type { TaskId } from "../../../../src/core/model/ids.ts";
import { keepApart } from "../../../../src/core/schedule/limits/keep-apart.ts";

describe("tasks kept apart", () => {
  it("share one unit where none may overlap with another", () => {
    const uses = keepApart(tasks(4), hints([[1, 2, 3], [2, 3], [3], []]));

    expect(uses.map(({ limit }) => limit)).toEqual([
      {
        ...{ kind: "apart", capacity: 1 },
        id: "P1.T000, P1.T001, P1.T002 and 1 more apart from each other",
      },
    ]);
    expect(uses[0]?.units.size).toBe(4);
  });

  it("take all of one's units where others only keep away from one", () => {
    const uses = keepApart(tasks(4), hints([[1, 2, 3], [], [], []]));

    expect(uses.map(({ limit, units }) => [limit.id, limit.capacity, [...units]])).toEqual([
      [
        "P1.T000 apart from P1.T001, P1.T002, P1.T003",
        3,
        [
          [0, 3],
          [1, 1],
          [2, 1],
          [3, 1],
        ],
      ],
    ]);
  });

  it("make one limit for each set, however many tasks", () => {
    const all = Array.from({ length: 120 }, (_, at) => at);

    // two sets that share their last task
    const uses = keepApart(
      tasks(241),
      hints([
        ...all.map(() => [...all, 240]),
        ...all.map(() => [...all.map((at) => at + 120), 240]),
        [],
      ]),
    );

    expect(uses.map(({ limit, units }) => [limit.capacity, units.size])).toEqual([
      [1, 121],
      [1, 121],
    ]);
    expect(new Set(uses.map(({ limit }) => limit.id)).size).toBe(2);
  });

  it("let just those tasks overlap that say nothing of each other", () => {
    const count = 7;
    const place = fc.nat(count - 1);
    fc.assert(
      fc.property(
        fc.array(fc.array(place, { maxLength: 5 }), { minLength: count, maxLength: count }),
        fc.uniqueArray(place, { maxLength: count }),
        (avoided, running) => {
          const uses = keepApart(tasks(count), hints(avoided));

          const fits = uses.every(({ limit, units }) => {
            const taken = running.reduce((sum, at) => sum + (units.get(at) ?? 0), 0);
            return taken <= limit.capacity;
          });
          const isAllowed = running.every((one) =>
            running.every((other) => one === other || !avoided[one]?.includes(other)),
          );
          expect(fits).toBe(isAllowed);
          expect(
            uses.every(({ limit, units }) => [...units.values()].every((u) => u <= limit.capacity)),
          ).toBe(true);
          expect(new Set(uses.map(({ limit }) => limit.id)).size).toBe(uses.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function tasks(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: `P1.T${String(at).padStart(3, "0")}` as TaskId,
    ownId: `T${String(at).padStart(3, "0")}`,
  }));
}

function hints(avoided: readonly (readonly number[])[]): readonly TaskHints[] {
  return avoided.map((others) => ({
    ...{ cpuCores: 0, memoryMb: 0, diskIoMbps: 0, skills: [], isPreemptible: false },
    avoids: others.map((at) => `T${String(at).padStart(3, "0")}`),
  }));
}
