import { describe, expect, it } from "@jest/globals";
import type { SpecFile, SpecTask } from "../../../../src/core/model/spec.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { anEdge } from "../../../support/an-edge.ts";

const create = (path: string): SpecFile => ({ path, action: "create" });
const edit = (path: string): SpecFile => ({ path, action: "edit" });
const touch = (path: string): SpecFile => ({ path, action: undefined });

/** Dependencies in short: `T001 → T002 technical hard 0.75 inferred`. */
function link(tasks: readonly SpecTask[], statements = [] as ReturnType<typeof anEdge>[]) {
  return aPlan(aSpec(tasks, { statements })).dependencies.map(
    ({ from, to, type, isHard, confidence, origin }) =>
      `${from.slice(3)} → ${to.slice(3)} ${type} ${isHard ? "hard" : "soft"} ${confidence} ${origin}`,
  );
}

const build = aSpecTask("T001", { title: "Implement POST /orders" });
const use = aSpecTask("T002", { title: "Show what POST /orders gives" });

describe("who uses an interface", () => {
  it("waits for who makes it", () => {
    expect(link([build, use])).toEqual(["T001 → T002 technical hard 0.75 inferred"]);
  });

  it("only perhaps waits where it may run beside others", () => {
    expect(link([build, { ...use, isParallel: true }])).toEqual([
      "T001 → T002 technical soft 0.6 inferred",
    ]);
  });

  it("only perhaps waits where it says itself what it waits for", () => {
    const other = aSpecTask("T000");

    expect(link([other, build, use], [anEdge("T002", "T000")])).toEqual([
      "T000 → T002 technical hard 1 stated",
      "T001 → T002 technical soft 0.6 inferred",
    ]);
  });

  it("waits for nobody where it says so", () => {
    const none = { kind: "none" as const, owner: "T002" };
    const { path, line, column, evidence } = use;
    const statements = [{ ...none, text: "Depends on: None", path, line, column, evidence }];

    expect(aPlan(aSpec([build, use], { statements })).dependencies).toEqual([]);
  });

  it("waits for nobody who comes later, as tests that are written first", () => {
    const test = aSpecTask("T000", { title: "Test POST /orders" });

    expect(link([test, build])).toEqual([]);
  });

  it("says which interfaces, and in which version", () => {
    const tasks = [
      aSpecTask("T001", { title: "Add GET /v2/orders/{id}", notes: ["Uses AuthAPI:v3"] }),
      aSpecTask("T002", { title: "Build AuthAPI:v3" }),
      aSpecTask("T003", { title: "Document GET /v2/orders/{id}" }),
    ];

    const plan = aPlan(aSpec(tasks));

    expect(
      [...(plan.interfaces ?? [])].map(([id, own]) => [id, own.produced, own.consumed]),
    ).toEqual([
      ["P1.T001", ["GET /v2/orders/{id}:v2"], ["AuthAPI:v3"]],
      ["P1.T003", [], ["GET /v2/orders/{id}:v2"]],
      ["P1.T002", ["AuthAPI:v3"], []],
    ]);
  });
});

describe("tasks on one file", () => {
  it.each<[string, SpecFile, SpecFile, readonly string[]]>([
    ["waits for who creates it", create("a.ts"), edit("a.ts"), ["technical hard 0.75"]],
    [
      "takes turns with another that changes it",
      edit("a.ts"),
      touch("a.ts"),
      ["mutual_exclusion hard 0.75"],
    ],
    ["has nothing to do with a glob", edit("src/*.ts"), edit("src/*.ts"), []],
  ])("who changes it %s", (_, first, second, links) => {
    const tasks = [aSpecTask("T001", { files: [first] }), aSpecTask("T002", { files: [second] })];

    expect(link(tasks)).toEqual(links.map((one) => `T001 → T002 ${one} inferred`));
  });

  it("go better one after the other where one says that it may run beside others", () => {
    const files = [edit("a.ts")];
    const tasks = [aSpecTask("T001", { files }), aSpecTask("T002", { files, isParallel: true })];

    expect(link(tasks)).toEqual(["T001 → T002 sequential soft 0.6 inferred"]);
  });

  it("make a chain, not a web", () => {
    const tasks = ["T001", "T002", "T003"].map((id) => aSpecTask(id, { files: [edit("a.ts")] }));

    expect(link(tasks)).toHaveLength(2);
  });
});

describe("a guess", () => {
  it("never goes against what is stated, so it closes no circle", () => {
    const tasks = [build, aSpecTask("T003"), use];
    const plan = aPlan(
      aSpec(tasks, { statements: [anEdge("T003", "T002"), anEdge("T001", "T003")] }),
    );

    expect(plan.dag.cycles).toEqual([]);
    expect(plan.dependencies).toHaveLength(2);
  });

  it("is not made of a pair that is stated", () => {
    expect(link([build, use], [anEdge("T002", "T001")])).toEqual([
      "T001 → T002 technical hard 1 stated",
    ]);
  });

  it("is not made at all where what is stated goes round in a circle", () => {
    const statements = [anEdge("T002", "T003"), anEdge("T003", "T002")];

    expect(link([build, use, aSpecTask("T003")], statements)).toHaveLength(2);
  });
});

describe("a stated dependency", () => {
  it.each([
    ["Research caching", undefined, "knowledge"],
    ["Anything", "Research", "knowledge"],
    ["Set up the database", undefined, "infrastructure"],
    ["Deploy to staging", undefined, "infrastructure"],
    ["Build the page", undefined, "technical"],
  ])("on '%s' of type %s is %s", (title, type, kind) => {
    const tasks = [aSpecTask("T001", { title, type }), aSpecTask("T002")];

    expect(
      aPlan(aSpec(tasks, { statements: [anEdge("T002", "T001")] })).dependencies[0]?.type,
    ).toBe(kind);
  });
});
