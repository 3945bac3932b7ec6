import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type BuiltProduct, buildProduct } from "../support/build-product.ts";
import { runCli } from "../support/run-cli.ts";

let product: BuiltProduct;
let folder = "";

beforeAll(() => {
  product = buildProduct();
});
afterAll(() => product.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keysteps-plans-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], input = "", env: Readonly<Record<string, string>> = {}) {
  return runCli(product.cli, args, { cwd: folder, input, env });
}

const spec = `# Shop

## Phase 1: Start

- [x] T001 Create the project (2h)
- [ ] T002 Add the orders table in db/migrations/001.sql (4h)
  - Depends on: T001
- [ ] T003 Add the prices table in db/migrations/002.sql (3h)
  - Depends on: T001
- [ ] T004 Show orders in src/orders.ts (6h)
  - Depends on: T002
`;

async function plan(name: string, text = spec): Promise<void> {
  writeFileSync(join(folder, "spec.md"), text);
  const { exitCode, err } = await run(["plan", "-f", "spec.md", "-o", name, "--no-codebase"]);
  expect([exitCode, err]).toEqual([0, expect.stringContaining("PLAN-")]);
}

describe("plans on this machine", () => {
  it("are listed from the output folder and ./plans, what is no plan with its reason", async () => {
    await plan("tasks_output");
    await plan("plans/one");
    mkdirSync(join(folder, "plans/broken"));
    writeFileSync(join(folder, "plans/broken/tasks.json"), "{");

    const text = await run(["list-plans"]);
    const json = await run(["list-plans", "--json"]);
    const none = await run(["list-plans", "-o", "nowhere", "--json"], "", {});

    expect(text.out.split("\n")[0]).toMatch(
      /^tasks_output\/?\s+PLAN-\w{8}\s+ok\s+1\/4 done\s+\d waves.*Shop$/,
    );
    expect(text.err).toContain("plans/broken: Cannot read a plan in plans/broken:");
    expect(JSON.parse(json.out)).toMatchObject([
      { path: expect.any(String) },
      { path: "plans/one", tasks: 4, done: 1, isOk: true },
    ]);
    expect(JSON.parse(none.out)).toHaveLength(1);
    expect(text.exitCode).toBe(0);
  });

  it("are compared task by task", async () => {
    await plan("one");
    await plan(
      "two",
      `${spec.replace("Show orders", "Show all orders")}- [ ] T005 Write the guide (1h)\n`,
    );

    const text = await run(["diff-plan", "one", "two"]);
    const same = await run(["diff-plan", "one", "one"]);
    const json = await run(["diff-plan", "one", "two", "--json"]);

    expect(text.out).toContain("+ P1.T005 Write the guide");
    expect(text.out).toContain("~ P1.T004 Show all orders");
    expect(text.out).toMatch(/title: "Show orders[^"]*" → "Show all orders/);
    expect(text.out).toContain("tasks: 4 → 5");
    expect([same.exitCode, same.out, same.err]).toEqual([0, "", "The plans are the same.\n"]);
    expect(JSON.parse(json.out)).toMatchObject({ added: [{ id: "P1.T005" }], removed: [] });
  });

  it("go to the archive under a tag, and never over another", async () => {
    await plan("one");
    await plan("two");

    const first = await run(["archive-plan", "one/", "--tag", "v1.0"]);
    const second = await run(["archive-plan", "two", "--tag", "v1.0"]);
    const odd = await run(["archive-plan", "two", "--tag", "../out"]);
    mkdirSync(join(folder, "empty"));
    const noPlan = await run(["archive-plan", "empty"]);
    const untagged = await run(["archive-plan", "two"]);

    expect([first.exitCode, first.out]).toEqual([0, "plans/archive/v1.0\n"]);
    expect(existsSync(join(folder, "plans/archive/v1.0/Plan.md"))).toBe(true);
    expect(existsSync(join(folder, "one"))).toBe(false);
    expect([second.exitCode, second.err]).toEqual([
      1,
      expect.stringContaining("something stands there"),
    ]);
    expect(odd.exitCode).toBe(1);
    expect([noPlan.exitCode, noPlan.err]).toEqual([
      1,
      expect.stringContaining("none of a plan's files is there"),
    ]);
    expect(untagged.out).toMatch(/^plans\/archive\/PLAN-\w{8}\n$/);
    expect((await run(["list-plans"])).out).toContain("plans/archive/v1.0");
  });

  it("say what may start now, and for whom", async () => {
    await plan("tasks_output");

    const text = await run(["next"]);
    const other = await run(["next", "tasks_output", "--for", "nobody"]);
    const json = await run(["next", "--json"]);

    expect(text.out).toMatch(/^P1\.T002 {2}Add the orders table.*4 h.*takes database_migrations/m);
    expect(text.out).toMatch(/P1\.T003 .*waits for database_migrations/);
    expect(text.out).not.toContain("P1.T004");
    expect([other.exitCode, other.err]).toEqual([
      0,
      expect.stringContaining("Nothing may start now for nobody"),
    ]);
    expect(JSON.parse(json.out)[0]).toMatchObject({ id: "P1.T002", ownId: "T002" });
  });

  it("rehearse a plan: what begins and finishes when, and nothing is done", async () => {
    await plan("tasks_output");
    const before = readFileSync(join(folder, "tasks_output", "tasks.json"), "utf8");

    const rolling = await run(["execute", "tasks_output", "--dry-run"]);
    const waves = await run([
      ...["execute", "tasks_output", "-d", "--json"],
      ...["--force-execution-model", "wave_based", "--worker-max", "1"],
    ]);
    const real = await run(["execute", "tasks_output"]);
    const untrue = before.replace(
      /"title": "Add the orders table/,
      '"title": "Drop the orders table',
    );
    writeFileSync(join(folder, "tasks_output", "tasks.json"), untrue);
    const changed = await run(["execute", "tasks_output", "--dry-run"]);

    expect(rolling.exitCode).toBe(0);
    expect(rolling.out).toMatch(/^ *0 h {2}begins {4}P1\.T002 {2}Add the orders table in/m);
    expect(rolling.out.match(/finishes/g)).toHaveLength(rolling.out.match(/begins/g)?.length ?? 0);
    expect(rolling.err).toMatch(/^rolling_frontier: 4 tasks, 1 done before, .* h at likely hours/m);
    expect(JSON.parse(waves.out)).toMatchObject({
      ...{ execution_model: "wave_based", max_concurrent_tasks: 1, most_at_once: 1 },
      never_begin: [],
    });
    expect([real.exitCode, real.out, real.err]).toEqual([
      1,
      "",
      expect.stringContaining("there are no workers to give its tasks to; add --dry-run"),
    ]);
    expect([changed.exitCode, changed.out]).toEqual([5, ""]);
  });

  it("say what is wrong where tasks wait for each other, and what may start all the same", async () => {
    const circle = `${spec}- [ ] T005 Write the guide (1h)\n  - Depends on: T006\n- [ ] T006 Print it (1h)\n  - Depends on: T005\n`;
    writeFileSync(join(folder, "spec.md"), circle);
    await run(["plan", "-f", "spec.md", "--no-codebase"]);

    const { exitCode, out, err } = await run(["next"]);

    expect(exitCode).toBe(3);
    expect(out).toMatch(/^P1\.T002 /m);
    expect(err).toContain("Tasks wait for each other: P1.T005 → P1.T006 → P1.T005; take out one");
  });

  it("is the plan of TASKS_OUTPUT_DIR where none is named", async () => {
    await plan("elsewhere");

    const { out } = await run(["next"], "", { TASKS_OUTPUT_DIR: "elsewhere" });

    expect(out).toMatch(/^P1\.T002 /);
  });

  it("give one task as a brief", async () => {
    await plan("tasks_output");

    const byOwn = await run(["brief", "T004"]);
    const byPlan = await run(["brief", "P1.T004", "--plan", "tasks_output"]);
    const wrong = await run(["brief", "T099"]);

    const json = await run(["brief", "T004", "--json"]);

    expect(byOwn.out).toBe(byPlan.out);
    expect(JSON.parse(json.out)).toMatchObject({ task: { id: "P1.T004" } });
    expect(byOwn.out).toMatch(/^# P1\.T004 Show orders/);
    expect(byOwn.out).toContain("## Waits for\n\n- P1.T002 Add the orders table");
    expect([wrong.exitCode, wrong.err]).toEqual([1, expect.stringContaining("Cannot find T099")]);
  });
});

describe("tasks plan --interactive", () => {
  const answer = (input: string, env = {}) =>
    run(["plan", "-f", "spec.md", "-o", "plan", "--interactive", "--no-codebase"], input, env);

  it("prints the folder once the plan is approved", async () => {
    writeFileSync(join(folder, "spec.md"), spec);

    const { exitCode, out, err } = await answer("what?\nregenerate\na\n");

    expect([exitCode, out]).toEqual([0, `${join(folder, "plan")}\n`]);
    expect(err).toContain("Answer one of: approve, edit, regenerate, abort.");
    expect(err.match(/Read plan\/Plan\.md/g)).toHaveLength(2);
  });

  it.each(["abort\n", ""])("ends with 9 and no path after %j", async (input) => {
    writeFileSync(join(folder, "spec.md"), spec);

    const { exitCode, out, err } = await answer(input);

    expect([exitCode, out]).toEqual([9, ""]);
    expect(err).toContain("Given up");
  });

  it("plans again what the editor left", async () => {
    writeFileSync(join(folder, "spec.md"), spec);
    const editor = join(folder, "editor.sh");
    writeFileSync(editor, '#!/bin/sh\necho "- [ ] T005 Write the guide (1h)" >> "$1"\n', {
      mode: 0o755,
    });

    const { exitCode, err } = await answer("edit\napprove\n", { EDITOR: editor });

    expect([exitCode, err]).toEqual([0, expect.stringContaining(": 5 tasks")]);
  });

  it.each([
    ["no editor is set", "", "no editor is set; set EDITOR"],
    ["it ends with an error", "false", "it ended with 1"],
    ["it leaves what cannot be read", "./spoil.sh", "it is not UTF-8"],
  ])("asks again, with the reason, where %s", async (_, editor, words) => {
    writeFileSync(join(folder, "spec.md"), spec);
    writeFileSync(join(folder, "spoil.sh"), '#!/bin/sh\nprintf "\\377" > "$1"\n', { mode: 0o755 });

    const { exitCode, out, err } = await answer("edit\napprove\n", { EDITOR: editor });

    expect(err).toContain(words);
    expect(err).toContain("The plan that was made before still stands.");
    expect([exitCode, out]).toEqual([0, `${join(folder, "plan")}\n`]);
    expect(readFileSync(join(folder, "plan/tasks.json"), "utf8")).toContain("P1.T004");
  });

  it("opens all files of a folder, and none for a description", async () => {
    mkdirSync(join(folder, "specs"));
    writeFileSync(join(folder, "specs/spec.md"), spec);
    writeFileSync(join(folder, "editor.sh"), '#!/bin/sh\necho "opened $*" >&2\n', { mode: 0o755 });
    const args = ["plan", "--interactive", "--no-codebase"];
    const env = { EDITOR: "./editor.sh" };

    const ofFolder = await run([...args, "-f", "specs"], "edit\nabort\n", env);
    const described = await run([...args, "The shop MUST sell."], "edit\nabort\n", env);

    expect(ofFolder.err).toMatch(/opened \S*specs\/spec\.md/);
    expect(described.err).toContain("Cannot edit a description");
    expect([ofFolder.exitCode, described.exitCode]).toEqual([9, 9]);
  });

  it("is given up with Ctrl+C at the question", async () => {
    writeFileSync(join(folder, "spec.md"), spec);
    const args = [product.cli, "plan", "-f", "spec.md", "-o", "plan", "-i", "--no-codebase"];
    const child = spawn(process.execPath, args, { cwd: folder });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      err += chunk;
      if (err.includes("Review plan?")) child.kill("SIGINT");
    });
    const [code] = await once(child, "close");

    expect(code).toBe(9);
    expect(err).toContain("Given up; the plan that was made stays in plan.");
  });
});

describe("tasks completion", () => {
  it.each(["bash", "zsh", "fish"])("prints a script for %s", async (shell) => {
    const { exitCode, out } = await run(["completion", shell]);

    expect([exitCode, out]).toEqual([0, expect.stringContaining("archive-plan")]);
  });
});

describe("the same plan", () => {
  it("has the same bytes in another directory, time zone and locale, page and document too", async () => {
    const others = [
      { TZ: "UTC", LC_ALL: "C" },
      { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
      { TZ: "America/St_Johns", LC_ALL: "de_DE.UTF-8", SOURCE_DATE_EPOCH: "" },
    ];
    const made = [];
    for (const [index, env] of others.entries()) {
      const cwd = join(folder, `place-${index}`, "x".repeat(index));
      mkdirSync(join(cwd, "server"), { recursive: true });
      writeFileSync(join(cwd, "spec.md"), readFileSync("examples/shop/spec.md"));
      for (const name of ["item", "Item", "ıtem", "äpfel", "zebra"]) {
        writeFileSync(join(cwd, `server/${name}.ts`), `export abstract class ${name}Store {}\n`);
      }
      const out = `out-${index}`;
      const args = ["plan", "-f", "spec.md", "-o", out, "-p", "server", "--tasks-md", "breakdown"];
      expect((await runCli(product.cli, args, { cwd, env })).exitCode).toBe(0);
      await runCli(product.cli, ["show-plan", out, "--html"], { cwd, env });
      const files = readdirSync(join(cwd, out)).toSorted();
      made.push(files.map((name) => `${name}\n${readFileSync(join(cwd, out, name), "utf8")}`));
    }

    const names = made[0]?.map((text) => text.split("\n")[0]);
    expect(names).toEqual([
      ...[".tasks-meta.json", "Decisions.md", "Plan.md", "coordinator.json", "dag.json"],
      ...["features.json", "report.html", "tasks.json", "tasks.md", "waves.json"],
    ]);
    expect(made[0]?.find((text) => text.startsWith("tasks.json"))).toContain("ıtemStore");
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
  });
});
