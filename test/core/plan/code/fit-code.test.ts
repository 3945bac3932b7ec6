import { describe, expect, it } from "@jest/globals";
import { defaultConfig } from "../../../../src/core/config/default-config.ts";
import { parseConfig } from "../../../../src/core/config/parse-config.ts";
import type { TaskId } from "../../../../src/core/model/ids.ts";
import type { SpecTask } from "../../../../src/core/model/spec.ts";
import { fitCode } from "../../../../src/core/plan/code/fit-code.ts";
import { placeResources } from "../../../../src/core/plan/code/place-resources.ts";
import { aCodebase, aSource } from "../../../support/a-codebase.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";

const codebase = aCodebase({
  paths: ["test/order-service.test.ts", "test/index.test.ts", "api/tests/test_pay.py"],
  texts: new Map([
    ["package.json", '{"scripts":{"test":"jest"}}'],
    ["api/pytest.ini", ""],
    ["CODEOWNERS", "* @all\n/src/pay/ @pay\n"],
  ]),
  sources: [
    aSource("src/base.ts", [{ name: "BaseController", kind: "abstract-class" }]),
    aSource("src/log.ts", [{ name: "Logger" }]),
    aSource(
      "src/order-service.ts",
      [{ name: "OrderService", supertypes: ["BaseController"] }],
      ["Logger"],
      ['router.get("/orders/:id", show)'],
    ),
    aSource("src/get.ts", [{ name: "get", kind: "function" }]),
  ],
});

function lay(changes: Partial<SpecTask>) {
  const task = aSpecTask("T001", changes);
  const ids = new Map([[task.ref, "P1.T001" as TaskId]]);
  return fitCode([task], ids, codebase).ofTask.get("P1.T001" as TaskId);
}

const edit = (path: string) => ({ path, action: "edit" as const });
const create = (path: string) => ({ path, action: "create" as const });

describe("what a task builds on", () => {
  it("is what its text names, and a new kind of what it extends", () => {
    const code = lay({
      title: "Extend BaseController for refunds",
      notes: ["Use the Logger, not console", "Use `Logger`"],
    });

    expect(code).toMatchObject({
      extends: ["BaseController"],
      imports: ["Logger"],
      confidence: 0.9,
    });
    expect(code?.reason).toBe(
      "BaseController (named in its text, extended by 1) and Logger (named in its text, imported by 1 file)",
    );
  });

  it.each<[string, Partial<SpecTask>, readonly string[], number]>([
    [
      "an endpoint that it names",
      { title: "Cache GET /orders/{orderId}" },
      ["GET /orders/:id"],
      0.9,
    ],
    ["what stands in a file that it changes", { files: [edit("src/log.ts")] }, ["Logger"], 0.8],
    ["what its title spells out", { title: "Speed up the order service" }, ["OrderService"], 0.6],
  ])("is %s", (_, changes, imports, confidence) => {
    expect(lay(changes)).toMatchObject({ extends: [], imports, confidence });
  });

  it.each<[string, Partial<SpecTask>]>([
    ["a plain word that is a name too", { title: "Let people get a logger" }],
    ["a file that it makes", { files: [create("src/log.ts")] }],
    ["a word of a longer name", { title: "Serve order lists" }],
  ])("is not %s", (_, changes) => {
    expect(lay(changes)).toMatchObject({ extends: [], imports: [] });
  });
});

describe("what shows that a task is done", () => {
  it.each<[string, Partial<SpecTask>, readonly string[]]>([
    [
      "the tests of its files",
      { files: [edit("src/order-service.ts")] },
      ["npm test -- test/order-service.test.ts"],
    ],
    [
      "its own test, quoted where a shell needs it",
      { files: [create("test/a b.test.ts")] },
      ["npm test -- 'test/a b.test.ts'"],
    ],
    [
      "the tests of the folder around it",
      { files: [edit("api/pay.py")] },
      ["cd api && pytest tests/test_pay.py"],
    ],
    ["all tests where none is known of its code", { files: [edit("src/get.ts")] }, ["npm test"]],
    ["all tests where its title speaks of code", { title: "Fix the sum of orders" }, ["npm test"]],
    [
      "the tests of code that it names",
      { title: "Speed up", notes: ["See `OrderService`"] },
      ["npm test -- test/order-service.test.ts"],
    ],
    ["all tests where it writes tests", { title: "Write unit tests for orders" }, ["npm test"]],
    ["no test of another language", { files: [edit("lib/pay.go")] }, []],
    ["no test where it writes no code", { files: [create("docs/guide.md")] }, []],
    ["no test where nothing says that it writes code", { title: "Deploy to staging" }, []],
    [
      "nothing more than it says itself",
      { checks: [{ command: "make", expects: undefined, line: 1 }] },
      [],
    ],
  ])("is %s", (_, changes, commands) => {
    expect(lay(changes)?.checks.map(({ command }) => command)).toEqual(commands);
  });
});

it("names the owners of its files by the last rule that matches", () => {
  expect(lay({ files: [edit("src/pay/a.ts"), edit("src/pay/b.ts")] })?.owners).toEqual(["@pay"]);
  expect(lay({ files: [edit("src/pay/a.ts"), edit("src/b.ts")] })?.owners).toEqual([
    "@pay",
    "@all",
  ]);
});

describe("resources", () => {
  const code = aCodebase({
    paths: ["db/migrate/20240101120000_a.rb", "sql/000001_a.up.sql"],
    texts: new Map([
      [".github/workflows/cd.yml", "jobs:\n  a:\n    environment: production\n"],
      ["compose.test.yml", "services:\n  a: { image: postgres }\n  b: { image: postgres }\n"],
    ]),
  });
  const place = (config: string) =>
    placeResources(parseConfig(`resources:\n${config}`, "c.yml").config.resources, code);
  const locate = (id: string, config = "  x: { type: exclusive }\n") =>
    place(config).find((resource) => resource.id === id)?.location;

  it("get the places that the code has and no glob covers", () => {
    const [migrations] = defaultConfig.resources;

    expect(locate("database_migrations")).toEqual([...(migrations?.location ?? []), "sql/**"]);
    expect(locate("deployment_pipeline")).toContain(".github/workflows/cd.yml");
  });

  it("stay where the settings put them, and away where these took them away", () => {
    expect(locate("database_migrations", "  database_migrations: { location: a/** }\n")).toEqual([
      "a/**",
    ]);
    expect(locate("database_migrations", "  database_migrations: false\n")).toBeUndefined();
  });

  it("gain the test databases, with as many units as there are", () => {
    expect(place("  x: { type: exclusive }\n").at(-1)).toMatchObject({
      id: "test_databases",
      type: "shared_limited",
      capacity: 2,
      location: ["compose.test.yml"],
    });
  });
});
