import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Plan } from "../../../../src/core/model/plan.ts";
import type { SpecFile, SpecTask } from "../../../../src/core/model/spec.ts";
import { buildSchedule } from "../../../../src/core/schedule/build-schedule.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { anEdge } from "../../../support/an-edge.ts";

const create = (path: string): SpecFile => ({ path, action: "create" });
const edit = (path: string): SpecFile => ({ path, action: "edit" });
const touch = (path: string): SpecFile => ({ path, action: undefined });

/** Tasks T001, T002, … that change the given files. */
function tasksOn(...files: readonly (readonly SpecFile[])[]): readonly SpecTask[] {
  return files.map((list, at) => aSpecTask(`T00${at + 1}`, { files: list }));
}

function listLocks({ conflicts }: Plan): readonly string[] {
  return conflicts.map(({ resource, tasks }) => `${resource}: ${tasks.join(" ")}`);
}

describe("tasks that change one file", () => {
  it("take turns, with an order and a reason, and nobody says that the spec stated it", () => {
    const plan = aPlan(aSpec(tasksOn([edit("src/routes.ts")], [edit("src/routes.ts")])));

    expect(listLocks(plan)).toEqual(["file_src_routes_ts: P1.T001 P1.T002"]);
    expect(plan.conflicts[0]?.suggestedOrder).toEqual(["P1.T001", "P1.T002"]);
    expect(plan.conflicts[0]?.rationale).toMatch(/^2 tasks change src\/routes\.ts, and .*one at a/);
    expect(plan.dependencies.map(({ type, origin, isHard }) => [type, origin, isHard])).toEqual([
      ["mutual_exclusion", "inferred", true],
    ]);
    expect(plan.dag.edges).toEqual([]);
  });

  it("are never in one wave", () => {
    const { waves } = buildSchedule(aPlan(aSpec(tasksOn([edit("a.ts")], [edit("a.ts")]))));

    expect(waves.map(({ tasks }) => tasks.length)).toEqual([1, 1]);
  });

  it.each([
    ["both create it", create("a.ts"), create("a.ts"), 0.9],
    ["one of them only lists it", edit("a.ts"), touch("a.ts"), 0.75],
  ])("take turns where %s", (_, one, other, confidence) => {
    const { dependencies } = aPlan(aSpec(tasksOn([one], [other])));

    expect(dependencies.map((link) => [link.type, link.confidence])).toEqual([
      ["mutual_exclusion", confidence],
    ]);
  });

  it("take turns where one creates it for another that says itself what it waits for", () => {
    const tasks = tasksOn([create("a.ts")], [edit("a.ts")], []);

    const plan = aPlan(aSpec(tasks, { statements: [anEdge("T002", "T003")] }));

    expect(listLocks(plan)).toEqual(["file_a_ts: P1.T001 P1.T002"]);
  });

  it("take one turn for all the files that they share", () => {
    const files = [edit("a.ts"), edit("b.ts")];

    expect(listLocks(aPlan(aSpec(tasksOn(files, files))))).toEqual(["file_a_ts: P1.T001 P1.T002"]);
  });

  it("need no turn for files of fewer tasks where they take turns at another file", () => {
    const tasks = tasksOn(
      [edit("a.ts"), edit("b.ts")],
      [edit("a.ts"), edit("b.ts")],
      [edit("b.ts")],
    );

    expect(listLocks(aPlan(aSpec(tasks)))).toEqual(["file_b_ts: P1.T001 P1.T002 P1.T003"]);
  });

  it("need no turn where they follow each other, also over others", () => {
    const tasks = tasksOn([edit("a.ts")], [], [edit("a.ts")]);
    const statements = [anEdge("T002", "T001"), anEdge("T003", "T002")];

    expect(listLocks(aPlan(aSpec(tasks, { statements })))).toEqual([]);
  });

  it("need no turn where they take turns anyway", () => {
    const tasks = tasksOn([edit("db/migrations/1.sql")], [edit("db/migrations/1.sql")]);

    expect(listLocks(aPlan(aSpec(tasks)))).toEqual(["database_migrations: P1.T001 P1.T002"]);
  });

  it("need no turn where one may run beside others, or only has the file in its title", () => {
    const parallel = aSpecTask("T002", { files: [edit("a.ts")], isParallel: true });
    const reader = aSpecTask("T003", { title: "Test src/a.ts", files: [touch("src/a.ts")] });
    const changer = aSpecTask("T001", { files: [edit("a.ts"), edit("src/a.ts")] });

    expect(listLocks(aPlan(aSpec([changer, parallel, reader])))).toEqual([]);
  });

  it("are put in an order where there would be too many turns to take", () => {
    const files = Array.from({ length: 20 }, (_, at) => `src/f${at}.ts`);
    const tasks = files.flatMap((path, at) =>
      ["A", "B"].map((letter) => aSpecTask(`${letter}${at + 1}`, { files: [edit(path)] })),
    );

    const plan = aPlan(aSpec(tasks));

    expect(plan.conflicts).toHaveLength(16);
    expect(plan.dag.edges.map(({ origin, reason }) => [origin, reason])).toEqual(
      [16, 17, 18, 19].map((at) => ["inferred", `both change src/f${at}.ts`]),
    );
  });

  it("never run at the same time, whatever else holds", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 });
    const links = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 2, maxLength: 8 }), links, (lists, pairs) => {
        const tasks = tasksOn(...lists.map((list) => list.map((file) => edit(`f${file}.ts`))));
        const statements = pairs
          .filter(([before, after]) => before < after && after < tasks.length)
          .map(([before, after]) => anEdge(`T00${after + 1}`, `T00${before + 1}`));
        const plan = aPlan(aSpec(tasks, { statements }));
        const { waves } = buildSchedule(plan);
        const filesOf = new Map(plan.tasks.map((task) => [task.id, task.files]));

        for (const wave of waves) {
          const paths = wave.tasks.flatMap((id) => [
            ...new Set(filesOf.get(id)?.map(({ path }) => path)),
          ]);
          expect(new Set(paths).size).toBe(paths.length);
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});
