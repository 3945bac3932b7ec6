import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { defaultConfig } from "../../../../src/core/config/default-config.ts";
import type { TaskId } from "../../../../src/core/model/ids.ts";
import type { SpecTask } from "../../../../src/core/model/spec.ts";
import { buildPlan } from "../../../../src/core/plan/build-plan.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aRecord } from "../../../support/a-record.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { sha256 } from "../../../support/sha256.ts";

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

  it("goes with its own words when a task like it comes in before it and all is renumbered", () => {
    const before = [
      task("T001", "Create User model"),
      task("T002", "Create Order model"),
      task("T003", "Create Invoice model"),
    ];
    const after = [
      task("T001", "Create Cart model"),
      task("T002", "Create User model"),
      task("T003", "Add the Order model"),
      task("T004", "Create Invoice model"),
    ];

    expect(replan(before, after)).toEqual(["P1.T004", "P1.T001", "P1.T002", "P1.T003"]);
  });

  it("is not taken over by a task of another own ID whose title is only built alike", () => {
    const models = ["User", "Order", "Invoice", "Cart"].map((name, n) =>
      task(`T00${n + 1}`, `Create ${name} model`),
    );
    const after = [...models.slice(0, 3), task("T009", "Create Receipt model")];

    expect(replan(models, after)).toEqual(["P1.T001", "P1.T002", "P1.T003", "P1.T009"]);
  });

  it("goes with the files where the words are few", () => {
    const file = (path: string) => ({ files: [{ path, action: undefined }] });
    const before = [task("", "Cart", { ref: "a", ...file("src/cart.ts") })];
    const after = [
      task("", "Basket of goods", { ref: "b", line: 1 }),
      task("", "Cart of goods", { ref: "c", line: 2, ...file("src/cart.ts") }),
    ];

    expect(replan(before, after)).toEqual(["P1.T002", "P1.T001"]);
  });

  it("stays with one part when a task is split, and one of two stays when they are merged", () => {
    const both = task("T001", "Create the cart page and the checkout page");
    const parts = [task("T001", "Create the cart page"), task("T002", "Create the checkout page")];

    expect(replan([both], parts)).toEqual(["P1.T001", "P1.T002"]);
    expect(replan(parts, [both])).toEqual(["P1.T001"]);
  });

  it("says how each task was known again", () => {
    const before = [
      task("T001", "Create the cart"),
      task("T002", "Create the checkout", { files: [{ path: "src/a.ts", action: undefined }] }),
      task("T003", "Mail receipts"),
    ];
    const after = [
      task("T001", "Create the cart"),
      task("T002", "Create a checkout", { files: [{ path: "src/a.ts", action: undefined }] }),
      task("T004", "Mail receipts"),
    ];

    const { matches } = aPlan(aSpec(after), {}, aRecord(aPlan(aSpec(before))));

    expect(matches.map(({ id, was, reason }) => `${id} ${was}: ${reason}`)).toEqual([
      "P1.T001 Create the cart: same id and title",
      "P1.T002 Create the checkout: similar title 0.65, same files, same id, between the same neighbours",
      "P1.T003 Mail receipts: same title",
    ]);
  });

  it("stays for at least 98 of 100 tasks under an insertion, new numbers and 20 new wordings", () => {
    const runs = Number(process.env.KEYSTEPS_FUZZ_RUNS ?? 60);
    fc.assert(
      fc.property(anEdit("insert", toTasks), ({ before, after, truth }) => {
        const first = aPlan(aSpec(before));
        const second = aPlan(aSpec(after), {}, aRecord(first));

        const kept = truth.filter((was, at) => first.tasks[was]?.id === second.tasks[at]?.id);
        const ids = second.tasks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(kept.length).toBeGreaterThanOrEqual(98);
      }),
      { numRuns: runs },
    );
  });

  it.each([
    ["insert", 98],
    ["move", 97],
  ] as const)(
    "stays for nearly all of 100 tasks without IDs under 20 new wordings and one %s (%i)",
    (change, least) => {
      const runs = Number(process.env.KEYSTEPS_FUZZ_RUNS ?? 60);
      fc.assert(
        fc.property(anEdit(change, toPlainTasks), ({ before, after, truth }) => {
          const first = aPlan(aSpec(before));
          const second = aPlan(aSpec(after), {}, aRecord(first));

          const kept = truth.filter((was, at) => first.tasks[was]?.id === second.tasks[at]?.id);
          expect(kept.length).toBeGreaterThanOrEqual(least);
        }),
        { numRuns: runs },
      );
    },
  );

  it("is not taken over by new work that is only alike where the issue is closed", () => {
    const before = [task("T001", "Create the cart page"), task("T002", "Create the checkout page")];
    const after = [
      task("T001", "Create the cart page"),
      task("T002", "Test the checkout with refunds"),
    ];
    const first = aPlan(aSpec(before));
    const replanned = (closed: readonly TaskId[]) =>
      buildPlan(aSpec(after), {
        config: defaultConfig,
        record: aRecord(first),
        hash: sha256,
        closed: new Set(closed),
      }).tasks.map(({ id }) => id);

    expect(replanned([])).toEqual(["P1.T001", "P1.T002"]);
    expect(replanned(["P1.T002" as TaskId])).toEqual(["P1.T001", "P1.T003"]);
  });

  it("stays with finished work that is reworded after its issue was closed", () => {
    const before = [task("T001", "Create the cart page")];
    const after = [task("T001", "Draw the cart page", { state: "done" })];
    const record = aRecord(aPlan(aSpec(before)));

    const { tasks } = buildPlan(aSpec(after), {
      config: defaultConfig,
      record,
      hash: sha256,
      closed: new Set(record.tasks.map(({ id }) => id)),
    });

    expect(tasks.map(({ id }) => id)).toEqual(["P1.T001"]);
  });
});

const verbs = ["Create", "Implement", "Write tests for", "Document", "Refactor", "Validate"];
const nouns = ["User", "Order", "Invoice", "Cart", "Session", "Receipt", "Report", "Webhook"];
const kinds = ["model", "service", "endpoint", "form", "migration", "page"];
const otherVerbs: Readonly<Record<string, string>> = {
  Create: "Add",
  Implement: "Build",
  "Write tests for": "Test",
  Document: "Describe",
  Refactor: "Clean up",
  Validate: "Check",
};

/**
 * A file of 100 tasks, and the same with 20 reworded and with one more in the middle (`insert`), or ten
 * that stand together taken elsewhere (`move`), all numbered anew; `truth` says for each place of the
 * second which task of the first stands there (-1: the new one).
 */
function anEdit(change: "insert" | "move", toSpecTasks: typeof toTasks) {
  const title = fc.tuple(...[verbs, nouns, kinds].map((list) => fc.nat(list.length - 1)));
  return fc
    .record({
      titles: fc.uniqueArray(title, { minLength: 101, maxLength: 101, selector: String }),
      place: fc.integer({ min: 1, max: 99 }),
      reworded: fc.uniqueArray(fc.nat(99), { minLength: 20, maxLength: 20 }),
      manner: fc.array(fc.nat(3), { minLength: 20, maxLength: 20 }),
    })
    .map(({ titles, place, reworded, manner }) => {
      const words = titles.map(([verb = 0, noun = 0, kind = 0]) => ({
        verb: verbs[verb] ?? "",
        noun: nouns[noun] ?? "",
        kind: kinds[kind] ?? "",
      }));
      const plain = words.map(({ verb, noun, kind }) => `${verb} ${noun} ${kind}`);
      const edited = plain.slice(0, 100);
      for (const [turn, at] of reworded.entries()) {
        edited[at] = reword(words[at] ?? { verb: "", noun: "", kind: "" }, manner[turn] ?? 0);
      }
      const truth = [...Array(100).keys()];
      const from = (place * 37) % 90;
      for (const [list, one] of [[edited, plain[100] ?? ""] as const, [truth, -1] as const]) {
        const items: unknown[] = list;
        if (change === "insert") items.splice(place, 0, one);
        else items.splice(place % 90, 0, ...items.splice(from, 10));
      }
      return { before: toSpecTasks(plain.slice(0, 100)), after: toSpecTasks(edited), truth };
    });
}

function reword(words: { verb: string; noun: string; kind: string }, manner: number): string {
  const { verb, noun, kind } = words;
  const other = otherVerbs[verb] ?? verb;
  return [
    `${other} ${noun} ${kind}`,
    `${verb} the ${kind} of the ${noun}`,
    `${other} a ${kind} for each ${noun} of the shop`,
    `${verb} ${noun} ${kind} with errors and limits`,
  ][manner] as string;
}

function toTasks(titles: readonly string[]): readonly SpecTask[] {
  return titles.map((title, index) => {
    const ownId = `T${String(index + 1).padStart(3, "0")}`;
    return task(ownId, title, { line: index + 1 });
  });
}

function toPlainTasks(titles: readonly string[]): readonly SpecTask[] {
  return titles.map((title, index) => task("", title, { ref: `line:${index}`, line: index + 1 }));
}

/** IDs of the later tasks, planned after the earlier ones were applied. */
function replan(before: readonly SpecTask[], after: readonly SpecTask[]): readonly string[] {
  const record = aRecord(aPlan(aSpec(before)));
  return aPlan(aSpec(after), {}, record).tasks.map(({ id }) => id);
}

function task(ownId: string, title: string, changes: Partial<SpecTask> = {}): SpecTask {
  return aSpecTask(ownId, { title, ...(ownId === "" && { ownId: undefined }), ...changes });
}
