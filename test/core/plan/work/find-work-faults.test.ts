import { describe, expect, it } from "@jest/globals";
import type { SpecDocument, SpecTask } from "../../../../src/core/model/spec.ts";
import { findWorkFaults } from "../../../../src/core/plan/work/find-work-faults.ts";
import { aPhase } from "../../../support/a-phase.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { anEdge } from "../../../support/an-edge.ts";
import { anEvidence } from "../../../support/an-evidence.ts";

const noParts = { development: undefined, testing: undefined, review: undefined };

/** A task with nothing to say against it. */
function aGoodTask(ownId: string, changes: Partial<SpecTask> = {}): SpecTask {
  const good = { title: "Show the orders of a customer", doneWhen: ["A test shows the list"] };
  return aSpecTask(ownId, { ...good, ...changes });
}

function ofHours(hours: number, points?: number): Pick<SpecTask, "effort"> {
  const range = { hours, minHours: hours, maxHours: hours };
  return { effort: { ...range, points, parts: noParts, text: `${hours}h` } };
}

function steps(count: number, hours?: number): Pick<SpecTask, "subtasks"> {
  const step = { isDone: false, hours, files: [], output: undefined };
  return {
    subtasks: Array.from({ length: count }, (_, index) => ({
      ...step,
      id: `T001.${index + 1}`,
      title: "Draw",
      line: 12 + index,
    })),
  };
}

function files(action: "create" | "edit", ...paths: readonly string[]): Pick<SpecTask, "files"> {
  return { files: paths.map((path) => ({ path, action })) };
}

function find(tasks: readonly SpecTask[], changes: Partial<SpecDocument> = {}) {
  return findWorkFaults(aPlan(aSpec(tasks, changes)));
}

function tell(changes: Partial<SpecTask>): readonly string[] {
  return find([aGoodTask("T001", changes)]).map(({ code, message }) => `${code} ${message}`);
}

describe("findWorkFaults", () => {
  it("has nothing against a task of a good size with a criterion that names a test", () => {
    expect(tell({ ...ofHours(8), ...steps(6, 2) })).toEqual([]);
  });

  it.each<[string, Partial<SpecTask>]>([
    ["KS210 T001 is estimated at 17h, more than 16 h; split into", ofHours(17)],
    ["KS210 T001 has 13 story points, which is an epic; split into", ofHours(8, 13)],
    ["KS211 T001 is estimated at 0.25h, less than half an hour; merge", ofHours(0.25)],
    ["KS212 T001 is estimated at 9h and has no steps; list", ofHours(9)],
    ["KS212 T001 touches 4 files and has no steps; list", files("create", "a", "b", "c", "d")],
    ["KS213 T001 has 7 steps, more than 6; split", steps(7)],
    ["KS214 T001 has steps of an odd size: T001.1 (5 h) and T001.2 (5 h); keep", steps(2, 5)],
    ["KS215 T001 needs 5 files to be read", { ...steps(2), ...files("edit", ..."abcde") }],
    ["KS215 T001 is described in 50", { description: "word ".repeat(500) }],
    ["KS215 T001 is to become 1200 lines", { notes: ["About 1,200 lines in all"] }],
    ['KS216 T001 leaves open what is meant by "etc"', { title: "Add logging, metrics, etc." }],
    ['KS216 T001 leaves open what is meant by "as needed"', { title: "Update docs as needed" }],
    ['KS218 T001 is done when "It works", which cannot', { doneWhen: ["It works", "A test"] }],
    ["KS220 T001 is a test that may be left out", { title: "Test the list", isOptional: true }],
  ])("says %s", (start, changes) => {
    expect(tell(changes)).toEqual([expect.stringContaining(start)]);
  });

  it.each([
    "Testing",
    "Add search functionality",
    "Fix the performance issues",
    "Build the user management system",
  ])("takes a title that says no more than %j for vague, unless more is said", (title) => {
    const bare = tell({ title, doneWhen: [] }).filter((each) => each.startsWith("KS216"));

    expect(bare).toHaveLength(1);
    expect(tell({ title, notes: ["By an index on user_id"] })).toEqual([]);
  });

  it.each([
    "Add etcd as a store",
    "Document miscommunication",
    "テスト",
    "Index orders by customer",
  ])("does not take %j for vague", (title) => {
    expect(tell({ title, doneWhen: [] }).join()).not.toContain("KS216");
  });

  it("asks how one can tell that a task is done, unless a command does", () => {
    expect(tell({ doneWhen: [] })).toEqual([
      "KS217 T001 does not say when it is done; add acceptance criteria, or a command that shows it",
    ]);
    expect(
      tell({ doneWhen: [], checks: [{ command: "npm test", expects: undefined, line: 12 }] }),
    ).toEqual([]);
  });

  describe("on code without tests", () => {
    const code = { ...files("create", "src/a.ts"), doneWhen: ["It is fast"], groupId: "phase:1" };
    const codes = (tasks: readonly SpecTask[], changes: Partial<SpecDocument> = {}) =>
      find(tasks, changes).filter(({ code }) => code === "KS219");

    it("finds a task that nothing tests", () => {
      expect(codes([aGoodTask("T001", code)])).toMatchObject([{ at: { line: 11 } }]);
    });

    it("is content with a test in the phase, one that waits for it, or a word of one", () => {
      const test = aGoodTask("T002", { title: "Test the list" });
      const link = { statements: [anEdge("T002", "T001")] };

      expect(codes([aGoodTask("T001", code), { ...test, groupId: "phase:1" }])).toEqual([]);
      expect(codes([aGoodTask("T001", code), test], link)).toEqual([]);
      expect(codes([aGoodTask("T001", { ...code, doneWhen: ["Unit tests pass"] })])).toEqual([]);
      expect(codes([aGoodTask("T001", { ...code, ...files("edit", "README.md") })])).toEqual([]);
    });
  });

  it("says nothing of work that is done or put off, and of tasks that only are inferred", () => {
    const large = { ...ofHours(40), doneWhen: [] };

    for (const changes of [
      { state: "done" },
      { state: "deferred" },
      { evidence: anEvidence(11, { confidence: 0.7 }) },
    ] as const) {
      expect(tell({ ...large, ...changes })).toEqual([]);
    }
  });

  it("tells many at once: by phase, or of all", () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      aGoodTask(`T${index + 1}`, {
        ...ofHours(index < 8 ? 20 : 4),
        groupId: index < 6 ? "phase:1" : "phase:2",
      }),
    );
    const groups = [aPhase(1, "T1 T2 T3 T4 T5 T6"), aPhase(2, "T7 T8 T9 T10 T11 T12")];
    const statements = [anEdge("T2", "T1")];
    const all = many.map((task) => ({ ...task, ...ofHours(20) }));

    expect(find(many, { groups, statements })).toMatchObject([
      { code: "KS210", at: { line: 11 }, message: expect.stringMatching(/^6 tasks of "Phase 1"/) },
      { code: "KS210", at: { line: 17 }, message: expect.stringMatching(/^2 tasks of "Phase 2"/) },
    ]);
    expect(find(all, { groups, statements }).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^All 12 open tasks are estimated above 16 h: T1, T2, T3, T4 and 8 more/,
      ),
    ]);
  });

  it("names phases below 5 or above 10 tasks in one finding", () => {
    const tasks = Array.from({ length: 9 }, (_, index) => aGoodTask(`T${index + 1}`));
    const groups = [aPhase(1, "T1 T2 T3 T4 T5"), aPhase(2, "T6 T7"), aPhase(3, "T8 T9")];

    expect(find(tasks, { groups, statements: [anEdge("T2", "T1")] })).toMatchObject([
      {
        code: "KS221",
        at: { line: 16 },
        message: expect.stringContaining("phase 2 (2) and phase 3 (2)"),
      },
    ]);
  });

  it("misses any word of order in a spec of five tasks, not of four", () => {
    const tasks = ["T1", "T2", "T3", "T4", "T5"].map((id) => aGoodTask(id));

    expect(find(tasks)).toMatchObject([{ code: "KS222", severity: "info" }]);
    expect(find(tasks.slice(1))).toEqual([]);
    expect(find(tasks, { statements: [anEdge("T2", "T1")] })).toEqual([]);
  });
});
