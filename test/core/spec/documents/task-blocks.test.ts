import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";
import { tellTasks } from "../../../support/tell-tasks.ts";

const blocks = [
  "<tasks>",
  "",
  '<task type="auto">',
  "  <name>Task 1: Create the schema</name>",
  "  <files>src/schema.ts, src/index.ts</files>",
  "  <action>",
  "Write it.",
  "",
  "Then look at it.",
  "  </action>",
  "  <verify><automated>npm test</automated></verify>",
  "  <done>It compiles</done>",
  "</task>",
  "",
  '<task type="checkpoint:human-verify" gate="blocking">',
  "  <what-built>The form</what-built>",
  "  <how-to-verify>Open it</how-to-verify>",
  "</task>",
  "",
  "</tasks>",
  "",
  "```xml",
  "<task><name>Task 9: An example</name></task>",
  "```",
];

describe("blocks of GSD", () => {
  it("are tasks where their file is none", () => {
    const document = readSpec(blocks.join("\n"), "plan.md");

    expect(tellTasks(document)).toEqual(["1 todo: Create the schema", "line:15 todo: The form"]);
    expect(document.dialect).toBe("gsd");
    expect(document.tasks[0]).toMatchObject({
      description: "Write it. Then look at it.",
      files: [{ path: "src/schema.ts" }, { path: "src/index.ts" }],
      doneWhen: ["It compiles"],
      checks: [{ command: "npm test", line: 3 }],
      type: "auto",
    });
    expect(document.tasks[1]?.doneWhen).toEqual(["Open it"]);
  });

  it("are the steps of a file that is a task", () => {
    const front = ["---", "phase: 01-shop", "plan: 02", 'depends_on: ["01-01"]', "---", ""];
    const objective = ["<objective>", "Build the cart.", "</objective>", ""];
    const document = readSpec([...front, ...objective, ...blocks].join("\n"), "01-02-PLAN.md");

    expect(tellTasks(document)).toEqual([
      "01-02 todo: Build the cart. [Create the schema, The form]",
    ]);
    expect(document.tasks[0]).toMatchObject({
      doneWhen: ["It compiles", "Open it"],
      checks: [{ command: "npm test" }],
    });
    expect(document.diagnostics.filter(({ code }) => code === "KS103")).toMatchObject([
      { message: expect.stringContaining("no task has the ID 01-01") },
    ]);
  });

  it("are no harm where they are never closed", () => {
    expect(readSpec("<task>".repeat(50_000), "a.md").tasks).toEqual([]);
  });
});

it("keeps the tags of task-master apart though all stand on one line", () => {
  const shop = (name: string) => ({
    tasks: [
      { id: 1, title: `Draw ${name}` },
      { id: 2, title: `Sell ${name}`, dependencies: [1], subtasks: [{ id: 1, title: "a" }] },
      { id: 3, title: `Mail ${name}`, subtasks: [{ id: 1, title: "b", dependencies: ["2.1"] }] },
    ],
  });

  const document = readSpec(
    JSON.stringify({ one: shop("x"), two: shop("y"), three: shop("z") }),
    "tasks.json",
  );

  expect(document.groups.map(({ title, taskRefs }) => [title, taskRefs.length])).toEqual([
    ["one", 3],
    ["two", 3],
    ["three", 3],
  ]);
  expect(tellStatements(document).filter((told) => told.includes("after"))).toHaveLength(6);
  expect(document.diagnostics.filter(({ code }) => code === "KS103")).toEqual([]);
});
