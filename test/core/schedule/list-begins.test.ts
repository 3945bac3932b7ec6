import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { listBegins } from "../../../src/core/schedule/list-begins.ts";
import { anyWorkload, aWorkload } from "../../support/a-workload.ts";

describe("listBegins", () => {
  it("compares hours as they are, not rounded", () => {
    //  0 -> 2, 1 -> 3; 0 ends six minutes after 1, though 2 is more urgent than 3
    const workload = aWorkload(
      [
        [0, 2],
        [1, 3],
      ],
      [[], [], [], []],
    );

    const begins = listBegins(workload, Float64Array.of(2.1, 2, 5, 1), Int32Array.of(0, 2, 1, 3));

    expect([...begins]).toEqual([0, 1, 3, 2]);
  });

  it("never runs against the graph, also where tasks take no time", () => {
    const hours = fc.constantFrom(0, 0, 0.05, 0.1, 0.3, 1, 2.5);
    const any = anyWorkload().chain((made) =>
      fc.tuple(
        fc.constant(made),
        fc.array(hours, { minLength: made.hours.length, maxLength: made.hours.length }),
        fc.shuffledSubarray([...made.hours.keys()], { minLength: made.hours.length }),
      ),
    );
    fc.assert(
      fc.property(any, ([{ workload, edges }, durations, order]) => {
        const begins = listBegins(workload, Float64Array.from(durations), Int32Array.from(order));

        expect([...begins].sort()).toEqual([...order].sort());
        for (const [from, to] of edges) {
          expect(begins.indexOf(from)).toBeLessThan(begins.indexOf(to));
        }
      }),
    );
  });
});
