import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Candidate } from "../../../../src/core/schedule/order/candidate.ts";
import { FinishSorter } from "../../../../src/core/schedule/order/finish-sorter.ts";
import { ListCrosser } from "../../../../src/core/schedule/order/list-crosser.ts";
import type { Project } from "../../../../src/core/schedule/order/project.ts";
import { reverseProject } from "../../../../src/core/schedule/order/reverse-project.ts";
import { listSampler } from "../../../../src/core/schedule/order/sample-list.ts";
import { serialDecoder } from "../../../../src/core/schedule/order/serial-decoder.ts";
import { Random } from "../../../../src/core/schedule/random/random.ts";
import { anyProject, aProject } from "../../../support/a-project.ts";

describe("ListCrosser", () => {
  it("gives each activity once, after all it waits for in the direction of the child", () => {
    fc.assert(
      fc.property(anyProject(14, 3, 5), fc.nat(1000), (project, seed) => {
        const random = new Random(seed);
        const [father, mother] = [drawCandidate(project, random), drawCandidate(project, random)];
        const backward = reverseProject(project);
        const child = new Int32Array(project.durations.length).fill(-1);

        new ListCrosser(project, random).cross(father, mother, child, backward);

        const places = [...child.keys()].map((activity) => child.indexOf(activity));
        expect(places).not.toContain(-1);
        const { starts, targets } = backward.successors;
        for (const [activity, place] of places.entries()) {
          for (const to of targets.subarray(starts[activity], starts[activity + 1])) {
            expect(places[to]).toBeGreaterThan(place);
          }
        }
      }),
    );
  });

  it("takes from the father the stretch where it is busier, and leaves the rest to the mother", () => {
    // four alike, two at once; the father has 0 and 1 together at the end, the mother has them apart
    const project = aProject([], [2, 2, 2, 2], [2], [[1], [1], [1], [1]]);
    const father = toCandidate(project, [4, 4, 2, 2]);
    const mother = toCandidate(project, [2, 6, 4, 8]);
    const child = new Int32Array(4);

    new ListCrosser(project, new Random(1)).cross(father, mother, child, reverseProject(project));

    expect(child).toEqual(Int32Array.of(3, 1, 0, 2));
  });
});

function drawCandidate(project: Project, random: Random): Candidate {
  const finishes = new Int32Array(project.durations.length);
  serialDecoder(project)(listSampler(project, random)(), finishes);
  return toCandidate(project, [...finishes]);
}

function toCandidate(project: Project, ends: readonly number[]): Candidate {
  const finishes = Int32Array.from(ends);
  const makespan = Math.max(0, ...ends);
  const order = project.order.toReversed();
  const list = new FinishSorter(makespan).sort(order, finishes, makespan);
  return { finishes, makespan, cost: makespan, list };
}
