import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findFault } from "../../../../src/core/schedule/order/find-fault.ts";
import { measureBounds } from "../../../../src/core/schedule/order/measure-bounds.ts";
import type { Project } from "../../../../src/core/schedule/order/project.ts";
import { searchSchedule } from "../../../../src/core/schedule/order/search-schedule.ts";
import { serialDecoder } from "../../../../src/core/schedule/order/serial-decoder.ts";
import { anyProject, aProject } from "../../../support/a-project.ts";

describe("searchSchedule", () => {
  it("finds the order that a greedy hand would miss, and proves it best", () => {
    //  0 -> 1 -> 2: 1 needs what 3, 4 and 5 need too
    const project = aProject(
      [
        [0, 1],
        [1, 2],
      ],
      [2, 3, 6, 2, 4, 2],
      [1],
      [[0], [1], [0], [1], [1], [1]],
    );

    const found = searchSchedule(project, { budget: 500, seed: 1 });

    expect(found).toMatchObject({ makespan: 11, lowerBound: 11 });
    expect(found.schedules).toBeLessThan(500);
    expect(findFault(project, found.starts)).toBeUndefined();
  });

  it("is as short as the best of all lists, within its budget and never below the bound", () => {
    fc.assert(
      fc.property(anyProject(5, 2, 3), (project) => {
        const found = searchSchedule(project, { budget: 300, seed: 1 });

        expect(found.makespan).toBe(findShortest(project));
        expect(found.makespan).toBeGreaterThanOrEqual(found.lowerBound);
        expect(found.schedules).toBeLessThanOrEqual(300);
        expect(findFault(project, found.starts)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it("gives the same for the same seed, and a schedule even for a budget of one", () => {
    fc.assert(
      fc.property(anyProject(14, 3, 5), (project) => {
        const search = (budget: number) => searchSchedule(project, { budget, seed: 7 });

        expect(search(40)).toEqual(search(40));
        expect(search(1).schedules).toBe(1);
        expect(findFault(project, search(1).starts)).toBeUndefined();
      }),
    );
  });
});

describe("measureBounds", () => {
  it("counts the time before and after a busy stretch", () => {
    //  0 -> 1 -> 3,  0 -> 2 -> 3; 1 and 2 need the same thing
    const project = aProject(
      [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
      ],
      [2, 3, 4, 1],
      [1],
      [[0], [1], [1], [0]],
    );

    expect(measureBounds(project)).toEqual({ criticalPath: 7, energy: 7, best: 10 });
  });
});

/** By trying all lists. */
function findShortest(project: Project): number {
  const decode = serialDecoder(project);
  const finishes = new Int32Array(project.durations.length);
  let shortest = Number.POSITIVE_INFINITY;
  extend([]);
  return shortest;

  function extend(list: readonly number[]): void {
    if (list.length === finishes.length) {
      shortest = Math.min(shortest, decode(Int32Array.from(list), finishes));
    }
    for (const activity of project.order) {
      const { starts, targets } = project.predecessors;
      const before = targets.subarray(starts[activity], starts[activity + 1]);
      const isAble = !list.includes(activity) && before.every((other) => list.includes(other));
      if (isAble) extend([...list, activity]);
    }
  }
}
