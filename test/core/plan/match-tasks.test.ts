import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { SpecTask } from "../../../src/core/model/spec.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aRecord } from "../../support/a-record.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";

describe("identity of tasks", () => {
  it("stays when tasks are renumbered, as an insertion does", () => {
    const before = [task("T001", "Create the cart"), task("T002", "Create the checkout")];
    const after = [
      task("T001", "Create the cart"),
      task("T002", "Write the price list"),
      task("T003", "Create the checkout"),
    ];

    expect(replan(before, after)).toEqual(["P1.T001", "P1.T003", "P1.T002"]);
  });

  it("stays when a task is reworded and keeps its own ID", () => {
    const before = [task("T001", "Create cart model")];
    const after = [task("T001", "Create the basket model and its table")];

    expect(replan(before, after)).toEqual(["P1.T001"]);
  });

  it("stays when a task is reworded and moved to another phase", () => {
    const before = [task("T007", "Add search to the product list page")];
    const after = [task("T020", "Add a search to the product list page", { phase: 3 })];

    expect(replan(before, after)).toEqual(["P1.T007"]);
  });

  it("stays for tasks of one title that differ in content", () => {
    const before = [
      task("", "Write tests", { ref: "line:1", line: 1, description: "of the cart" }),
      task("", "Write tests", { ref: "line:2", line: 2, description: "of the checkout" }),
    ];
    const after = before.toReversed().map((one, index) => ({ ...one, line: index + 1 }));

    expect(replan(before, after)).toEqual(["P1.T002", "P1.T001"]);
  });

  it("stays for tasks of one title and content in different phases", () => {
    const inPhase = (phase: number, line: number) =>
      task("", "Write tests", { ref: `line:${line}`, line, phase });
    const before = [inPhase(1, 1), inPhase(2, 2)];
    const after = [inPhase(3, 1), inPhase(2, 2), inPhase(1, 3)];

    expect(replan(before, after)).toEqual(["P3.T003", "P2.T002", "P1.T001"]);
  });

  it("is not taken over by another task with the same own ID", () => {
    const before = [task("T001", "Create the cart")];
    const after = [task("T001", "Translate emails into French")];

    expect(replan(before, after)).toEqual(["P1.T002"]);
  });

  it("is not given again after a task was dropped, not even to the same words", () => {
    const both = [task("T001", "Create the cart"), task("T002", "Create the checkout")];
    const first = aPlan(aSpec(both));
    const second = aPlan(aSpec(both.slice(0, 1)), {}, aRecord(first));

    const third = aPlan(aSpec(both), {}, aRecord(second));

    expect(second.retired).toEqual(["P1.T002"]);
    expect(third.tasks.map(({ id }) => id)).toEqual(["P1.T001", "P1.T003"]);
    expect(third.retired).toEqual(["P1.T002"]);
  });

  it("stays for any plan under any new order of its tasks", () => {
    const titles = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 10 });
    const shuffled = titles.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([before, after]) => {
        const toTasks = (list: readonly string[]) =>
          list.map((title, index) => task("", title, { ref: `line:${index}`, line: index }));
        const first = aPlan(aSpec(toTasks(before)));
        const idOf = new Map(first.tasks.map(({ title, id }) => [title, id]));

        const second = aPlan(aSpec(toTasks(after)), {}, aRecord(first));

        expect(second.tasks.map(({ id }) => id)).toEqual(after.map((title) => idOf.get(title)));
        expect(second.retired).toEqual([]);
      }),
    );
  });

  it("gives no ID twice, whatever the spec and the record", () => {
    const ownIds = fc.constantFrom(
      "",
      "T001",
      "T002",
      "2.1",
      "T201",
      "T9",
      "x",
      "2024-01-05-3",
      "T1a",
    );
    const titles = fc.constantFrom(
      "Create the cart",
      "Create cart",
      "Write tests",
      "Ship it now",
      "用户登录",
    );
    const tasks = fc
      .array(fc.record({ ownId: ownIds, title: titles }), { maxLength: 8 })
      .map((list) =>
        list.map(({ ownId, title }, i) => task(ownId, title, { ref: `r${i}`, line: i })),
      );
    fc.assert(
      fc.property(tasks, tasks, tasks, (one, two, three) => {
        const first = aPlan(aSpec(one));
        const second = aPlan(aSpec(two), {}, aRecord(first));
        const third = aPlan(aSpec(three), {}, aRecord(second));

        for (const plan of [first, second, third]) {
          const ids = plan.tasks.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(plan.retired.filter((id) => ids.includes(id))).toEqual([]);
        }
        const gone = aRecord(second).tasks.filter(({ isRetired }) => isRetired);
        expect(third.tasks.filter(({ id }) => gone.some((task) => task.id === id))).toEqual([]);
      }),
    );
  });
});

/** IDs of the later tasks, planned after the earlier ones were applied. */
function replan(before: readonly SpecTask[], after: readonly SpecTask[]): readonly string[] {
  const record = aRecord(aPlan(aSpec(before)));
  return aPlan(aSpec(after), {}, record).tasks.map(({ id }) => id);
}

function task(ownId: string, title: string, changes: Partial<SpecTask> = {}): SpecTask {
  return aSpecTask(ownId, { title, ...(ownId === "" && { ownId: undefined }), ...changes });
}
