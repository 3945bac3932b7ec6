import { describe, expect, it } from "@jest/globals";
import type { Plan } from "../../../../src/core/model/plan.ts";
import type { SpecEffort, SpecSubtask, SpecTask } from "../../../../src/core/model/spec.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { anEdge } from "../../../support/an-edge.ts";

const none = { development: undefined, testing: undefined, review: undefined };

function effort(hours: number, changes: Partial<SpecEffort> = {}): SpecEffort {
  const range = { hours, minHours: hours, maxHours: hours };
  return { ...range, points: undefined, parts: none, text: `${hours}h`, ...changes };
}

function step(title: string, hours?: number): SpecSubtask {
  return { id: undefined, title, isDone: false, hours, files: [], output: undefined, line: 1 };
}

const large = (changes: Partial<SpecTask>) =>
  aSpecTask("T001", { title: "Build it", effort: effort(24), ...changes });
const small = (id: string, changes: Partial<SpecTask> = {}) =>
  aSpecTask(id, { effort: effort(0.25), groupId: "g", ...changes });

function propose(...tasks: readonly SpecTask[]): Plan["sizes"] {
  return aPlan(aSpec(tasks)).sizes;
}

describe("a task above 16 h", () => {
  it.each<[string, Partial<SpecTask>, readonly (readonly [string, number])[]]>([
    [
      "by its steps, as many together as fit into 8 h",
      { subtasks: [step("a", 4), step("b", 4), step("c", 8), step("d")] },
      [
        ["Build it: a", 8],
        ["Build it: c", 8],
        ["Build it: d", 8],
      ],
    ],
    [
      "by its kinds of work",
      { effort: effort(20, { parts: { development: 12, testing: 6, review: 2 } }) },
      [
        ["Build it: development", 12],
        ["Build it: testing", 6],
        ["Build it: review", 2],
      ],
    ],
    [
      "by its files",
      { files: ["a", "b", "c"].map((path) => ({ path, action: "edit" as const })) },
      [
        ["Build it: a", 8],
        ["Build it: b", 8],
        ["Build it: c", 8],
      ],
    ],
    [
      "into equal stretches",
      { effort: effort(20) },
      [
        ["Build it: stretch 1 of 3", 6.67],
        ["Build it: stretch 2 of 3", 6.67],
        ["Build it: stretch 3 of 3", 6.67],
      ],
    ],
  ])("would be split %s", (_, changes, parts) => {
    const [change] = propose(large(changes)) ?? [];

    expect(change).toMatchObject({ kind: "split", isMade: false, tasks: ["P1.T001"] });
    expect(change?.parts.map(({ title, hours }) => [title, hours])).toEqual(parts);
  });

  it("is split too where its points make it an epic, and left alone where it is done or fits", () => {
    expect(propose(large({ effort: effort(12, { points: 13 }) }))).toHaveLength(1);
    expect(propose(large({ state: "done" }), aSpecTask("T002", { effort: effort(16) }))).toEqual(
      [],
    );
  });
});

describe("tasks below half an hour", () => {
  it("would be put together where they follow each other in one group", () => {
    const tasks = [small("T001"), small("T002"), aSpecTask("T003"), small("T004")];

    expect(propose(...tasks)).toEqual([
      {
        kind: "merge",
        isMade: false,
        tasks: ["P1.T001", "P1.T002"],
        parts: [{ id: undefined, title: "Build part T001; Build part T002", hours: 0.5 }],
        reason: "each less than 0.5 h, 0.5 h in all",
      },
    ]);
  });

  it("stay apart where groups part them, or work has begun", () => {
    expect(propose(small("T001"), small("T002", { groupId: "h" }))).toEqual([]);
    expect(propose(small("T001"), small("T002", { state: "in-progress" }))).toEqual([]);
  });
});

describe("a plan that may be normalised", () => {
  const tasks = [
    aSpecTask("T001"),
    large({
      ref: "T002",
      ownId: "T002",
      subtasks: [step("a", 8), step("b", 8), step("c", 8)],
      doneWhen: ["x"],
    }),
    aSpecTask("T003"),
    small("T004"),
    small("T005"),
    aSpecTask("T006"),
  ];
  const statements = [
    anEdge("T002", "T001"),
    anEdge("T003", "T002"),
    anEdge("T005", "T004"),
    anEdge("T006", "T005"),
  ];
  const plan = aPlan(aSpec(tasks, { statements }), { normalises: true });

  it("has the parts in the task's stead, one after the other", () => {
    expect(plan.tasks.map(({ id }) => id)).toEqual([
      ...["P1.T001", "P1.T002a", "P1.T002b", "P1.T002c", "P1.T003", "P1.T004", "P1.T006"],
    ]);
    expect(plan.dag.edges.map(({ from, to }) => `${from.slice(3)} ${to.slice(3)}`)).toEqual([
      ...["T001 T002a", "T002a T002b", "T002b T002c", "T002c T003", "T004 T006"],
    ]);
  });

  it("asks the last part for what the whole was asked for", () => {
    const criteria = plan.tasks.map(({ doneWhen }) => doneWhen);

    expect(criteria.slice(1, 4)).toEqual([[], [], ["x"]]);
    expect(plan.tasks[1]?.evidence[0]?.confidence).toBeLessThan(1);
  });

  it("keeps merged tasks as steps", () => {
    expect(plan.tasks[5]?.subtasks.map(({ id }) => id)).toEqual(["T004", "T005"]);
  });

  it("says what was made of what", () => {
    expect(
      plan.sizes?.map(({ kind, isMade, tasks: from, parts }) => [
        kind,
        isMade,
        from,
        parts.map(({ id }) => id),
      ]),
    ).toEqual([
      ["split", true, ["P1.T002"], ["P1.T002a", "P1.T002b", "P1.T002c"]],
      ["merge", true, ["P1.T004", "T005"], ["P1.T004"]],
    ]);
  });
});
