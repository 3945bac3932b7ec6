import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findFault } from "../../../../src/core/schedule/order/find-fault.ts";
import { packedDecoder } from "../../../../src/core/schedule/order/packed-decoder.ts";
import { serialDecoder } from "../../../../src/core/schedule/order/serial-decoder.ts";
import { wordDecoder } from "../../../../src/core/schedule/order/word-decoder.ts";
import { layOutWords } from "../../../../src/core/schedule/order/word-layout.ts";
import { anyProject, aProject } from "../../../support/a-project.ts";

describe("serialDecoder", () => {
  it("starts each activity of the list as early as room and predecessors allow", () => {
    //  0 -> 1,  2 alone; 1 and 2 need the same thing
    const project = aProject([[0, 1]], [2, 3, 4], [1], [[0], [1], [1]]);
    const finishes = new Int32Array(3);

    expect(serialDecoder(project)(Int32Array.of(0, 1, 2), finishes)).toBe(9);
    expect([...finishes]).toEqual([2, 5, 9]);
  });

  it("lets an activity slip in before one that stands earlier in the list", () => {
    const project = aProject([[0, 1]], [4, 3, 4], [1], [[0], [1], [1]]);
    const finishes = new Int32Array(3);

    serialDecoder(project)(Int32Array.of(0, 1, 2), finishes);

    expect([...finishes]).toEqual([4, 7, 4]);
  });

  it("makes schedules that can be carried out and leave no activity later than need be", () => {
    fc.assert(
      fc.property(anyProject(), (project) => {
        const finishes = new Int32Array(project.durations.length);

        const makespan = serialDecoder(project)(project.order, finishes);

        const starts = finishes.map(
          (finish, activity) => finish - (project.durations[activity] ?? 0),
        );
        expect(findFault(project, starts)).toBeUndefined();
        expect(makespan).toBe(Math.max(0, ...finishes));
        const sooner = starts.map((start, activity) =>
          activity === project.order.at(-1) ? start - 1 : start,
        );
        if (starts.length > 0) expect(findFault(project, sooner)).toBeDefined();
      }),
    );
  });

  it("gives the same with all resources in one integer as word by word", () => {
    fc.assert(
      fc.property(anyProject(9, 4, 127), (project) => {
        const layout = layOutWords({ ...project, count: project.durations.length });
        const finishes = [0, 1].map(() => new Int32Array(project.durations.length));
        const [packed = new Int32Array(), general = new Int32Array()] = finishes;

        for (let round = 0; round < 2; round++) {
          packedDecoder(project, layout)(project.order, packed);
          wordDecoder(project, layout)(project.order, general);
        }

        expect(general).toEqual(packed);
      }),
    );
  });
});
