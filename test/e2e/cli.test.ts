import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { type BuiltProduct, buildProduct } from "../support/build-product.ts";
import { runCli } from "../support/run-cli.ts";

let product: BuiltProduct;
let folder = "";
let sandbox: Sandbox | undefined;

beforeAll(() => {
  product = buildProduct();
});
afterAll(() => product.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keysteps-cli-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await sandbox?.close();
  sandbox = undefined;
});

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, input = "") {
  return runCli(product.cli, args, { cwd: folder, env, input });
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

function git(...args: readonly string[]): void {
  execFileSync("git", args, { cwd: folder });
}

const shop = join(process.cwd(), "examples/shop/spec.md");

describe("tasks plan", () => {
  it("writes the artifacts and prints nothing but the folder on stdout", async () => {
    const { exitCode, out, err } = await run(["plan", "-f", shop, "-o", "plan"]);

    expect(exitCode).toBe(0);
    expect(out).toBe(`${join(folder, "plan")}\n`);
    expect(err).toContain("23 tasks, 47 dependencies, 10 waves");
    expect(readdirSync(join(folder, "plan"))).toHaveLength(8);
  });

  it("also writes the tasks as a document, which plans as the same tasks", async () => {
    await run(["plan", "-f", shop, "-o", "one", "--tasks-md", "breakdown"]);

    const { exitCode, err } = await run(["plan", "-f", "one/tasks.md", "-o", "two"]);

    expect(exitCode).toBe(0);
    expect(err).toContain("23 tasks, 47 dependencies, 10 waves");
  });

  it("is shown as text, and as a page beside its files or where one wants it", async () => {
    const made = await run(["plan", "-f", shop, "-o", "plan"]);

    const text = await run(["show-plan", "-"], {}, made.out);
    const page = await run(["show-plan", "plan", "--html"]);
    const other = await run(["show-plan", "plan", "--html", "pages/shop.html"]);
    const inFolder = await run(["show-plan", "plan", "--html", "pages"]);

    expect(text.out).toContain("23 in 4 features, 0 done");
    expect(page.out).toBe(`${join(folder, "plan/report.html")}\n`);
    expect(readFileSync(join(folder, "plan/report.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(other.out).toBe(`${join(folder, "pages/shop.html")}\n`);
    expect(inFolder.out).toBe(`${join(folder, "pages/report.html")}\n`);
    expect(await run(["show-plan", "pages"])).toMatchObject({ exitCode: 1, out: "" });
  });

  it("gives the same bytes twice", async () => {
    await run(["plan", "-f", shop, "-o", "one"]);
    await run(["plan", "-f", shop, "-o", "two"]);

    for (const name of readdirSync(join(folder, "one"))) {
      expect(readFileSync(join(folder, "two", name))).toEqual(
        readFileSync(join(folder, "one", name)),
      );
    }
  });

  it("looks at the code it is told of, and says so where it is told of none", async () => {
    mkdirSync(join(folder, "code"));
    write(
      "code/store.ts",
      "export abstract class BaseStore {}\nexport class A extends BaseStore {}",
    );
    write("spec.md", "# Orders\n\n- [ ] T001 Extend BaseStore in code/orders.ts\n");
    const analyse = async (...args: readonly string[]) => {
      const { exitCode } = await run(["plan", "-f", "spec.md", "-o", "plan", ...args]);
      const { meta } = JSON.parse(readFileSync(join(folder, "plan/tasks.json"), "utf8"));
      return { exitCode, ...meta.codebase_analysis };
    };

    expect(await analyse("-p", "code")).toMatchObject({
      exitCode: 0,
      extension_points: ["BaseStore"],
      reused_components: ["BaseStore"],
      reuse_ratio: 1,
      partial: false,
    });
    expect(await analyse("--no-codebase")).toMatchObject({ partial: true });
  });

  it("ends with exit code 2 where it cannot look at the code", async () => {
    const { exitCode, err } = await run(["plan", "-f", shop, "-o", "plan", "-p", "nowhere"]);

    expect(exitCode).toBe(2);
    expect(err).toContain("Cannot look at the code in nowhere");
  });

  it("keeps the IDs of the plan that it replaces, and says what it changes", async () => {
    write("spec.md", "# T\n\n- [ ] Set up the shop\n- [ ] Show all orders of a reader\n");
    await run(["plan", "-f", "spec.md", "-o", "plan"]);
    write(
      "spec.md",
      "# T\n\n- [ ] Draw the logo\n- [ ] Show the orders of a reader\n- [ ] Set up the shop\n",
    );

    const { err } = await run(["plan", "-f", "spec.md", "-o", "plan"]);

    expect(err).toContain('+ P0.T003 "Draw the logo"');
    expect(err).toContain(
      '= P0.T002 "Show the orders of a reader" was "Show all orders of a reader": similar title',
    );
    const { tasks } = JSON.parse(readFileSync(join(folder, "plan/tasks.json"), "utf8"));
    expect(tasks.map(({ id }: { id: string }) => id)).toEqual(["P0.T003", "P0.T002", "P0.T001"]);
  });

  it.each([
    ["a cycle", aSpecText(["1.1", "A", "1.2"], ["1.2", "B", "1.1"]), 3, "KS201"],
    ["two tasks with one ID", aSpecText(["1.1", "A"], ["1.1", "B"]), 5, "KS102"],
    ["no task", "# Hello\n\nJust words.\n", 5, "KS101"],
  ])(
    "writes all artifacts with ok: false for %s and names the line",
    async (_, text, code, finding) => {
      const { exitCode, err } = await run(["plan", "-f", write("spec.md", text), "-o", "plan"]);

      expect(exitCode).toBe(code);
      expect(err).toMatch(new RegExp(`spec\\.md:\\d+:\\d+: error ${finding} `));
      expect(JSON.parse(readFileSync(join(folder, "plan/dag.json"), "utf8"))).toMatchObject({
        ok: false,
      });
      expect(readdirSync(join(folder, "plan"))).toHaveLength(8);
    },
  );

  it("ends with 4 where a task needs more than there is", async () => {
    write("spec.md", aSpecText(["1.1", "A"]));
    rmSync(join(folder, ".github"), { recursive: true, force: true });
    const settings =
      "resources:\n  gpu: { type: shared_limited, capacity: 1, tasks: { '1.1': 2 } }\n";
    mkdirSync(join(folder, ".github"));
    write(".github/keysteps.yml", settings);

    const { exitCode, err } = await run(["plan", "-f", "spec.md"]);

    expect(err).toContain("KS301");
    expect(exitCode).toBe(4);
  });

  it.each([
    [["plan"], "give either a description or --plan-doc"],
    [["plan", " "], "Cannot plan an empty description"],
    [["plan", "-f", ""], "Cannot plan --plan-doc without a path"],
    [["plan", "-f", "missing.md"], "missing.md"],
    [["plan", "-f", "spec.md", "-w", "0"], "must be a number from 1"],
    [["plan", "-f", "spec.md", "-c", "2"], "must be a number from 0 to 1"],
    [["frobnicate"], "unknown command"],
    [["apply", "-f", "spec.md", "--repo", "nobody"], "owner/name"],
    [["apply", "-f", "spec.md", "--repo", "a/b"], "GITHUB_TOKEN"],
    [["validate-plan", "nowhere"], "nowhere"],
  ])("ends %j with 1, a mend and no trace", async (args, words) => {
    write("spec.md", aSpecText(["1.1", "A"]));

    const { exitCode, err } = await run(args);

    expect(exitCode).toBe(1);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("reads a folder, the file that stands for it and standard input", async () => {
    mkdirSync(join(folder, "specs/shop"), { recursive: true });
    write("specs/shop/spec.md", "# Shop\n\nThe shop MUST sell.\n");
    const text = aSpecText(["1.1", "A"], ["1.2", "B", "1.1"]);
    write("specs/shop/tasks.md", text);

    const byFolder = await run(["plan", "-f", "specs/shop", "-o", "one"]);
    const byFile = await run(["plan", "-f", "specs/shop/tasks.md", "-o", "two"]);
    const piped = await run(["plan", "-f", "-", "-o", "three"], {}, text);

    expect([byFolder.exitCode, byFile.exitCode, piped.exitCode]).toEqual([0, 0, 0]);
    expect(byFolder.err).toBe(byFile.err);
    expect(piped.err).toMatch(/PLAN-[0-9a-f]{8}: 2 tasks, 1 dependency/);
    const { tasks } = JSON.parse(readFileSync(join(folder, "one/tasks.json"), "utf8"));
    expect(tasks[0].source).toMatchObject({ path: "specs/shop/tasks.md" });
  });

  it("takes its flags from the environment, and the flag wins", async () => {
    write("spec.md", aSpecText(["1.1", "A"], ["1.2", "B"], ["1.3", "C"]));

    const byVariable = await run(["plan", "-f", "spec.md"], { TASKS_MAX_WAVE_SIZE: "1" });
    const byFlag = await run(["plan", "-f", "spec.md", "-w", "3"], { TASKS_MAX_WAVE_SIZE: "1" });

    expect(byVariable.err).toContain("3 waves");
    expect(byFlag.err).toContain("1 wave");
  });

  it("reads the document in the description's place, as scripts give both", async () => {
    write("spec.md", aSpecText(["1.1", "A"], ["1.2", "B"]));

    const both = await run(["plan", "Deploy version 7", "-f", "spec.md"]);
    const env = { TASKS_PLAN_DOC: "spec.md" };
    const overruled = await run(["plan", "The shop MUST sell books.", "-o", "two"], env);

    expect([both.exitCode, both.err]).toEqual([0, expect.stringContaining(": 2 tasks")]);
    expect(both.err).toContain("Planning spec.md; the description beside it is not read.");
    expect(overruled.exitCode).toBe(0);
    expect(readFileSync(join(folder, "two/features.json"), "utf8")).toContain("sell books");
  });

  it("plans what a command gives in place of a file as it plans standard input", async () => {
    const plan = `"$0" "$1" plan -o plan --no-codebase --stdout fenced -f`;
    const runShell = (ask: string) =>
      spawnSync("bash", ["-c", ask, process.execPath, product.cli, shop], {
        ...{ cwd: folder, encoding: "utf8" as const, maxBuffer: 1e8 },
      }).stdout;

    const replaced = runShell(`${plan} <(cat "$2")`);
    const piped = runShell(`cat "$2" | ${plan} -`);

    expect(piped).toContain('"spec_path": "stdin"');
    expect(replaced).toBe(piped);
  });

  it("ends quietly where the reader of its pipe has seen enough", async () => {
    const ask = `"$0" "$1" plan -f "$2" -o plan --no-codebase --stdout fenced | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const args = ["-c", ask, process.execPath, product.cli, shop];
    const { stdout, stderr } = spawnSync("bash", args, { cwd: folder, encoding: "utf8" });

    expect(stdout).toBe("---file:features.json\n0\n");
    expect(stderr).not.toContain("EPIPE");
  });

  it("leaves a switch off whose variable says so", async () => {
    write("spec.md", aSpecText(["1.1", "A"]));
    const plan = (value: string) => run(["plan", "-f", "spec.md"], { TASKS_STRICT: value });

    const [off, on, odd] = [await plan("0"), await plan("1"), await plan("perhaps")];

    expect([off.exitCode, on.exitCode, odd.exitCode]).toEqual([0, 5, 1]);
    expect(odd.err).toContain("from env 'TASKS_STRICT' is invalid. Set it to 1 or 0.");
  });
});

describe("tasks lint", () => {
  it("finds the specs below a folder and fails from the severity that it is told", async () => {
    mkdirSync(join(folder, "specs/one"), { recursive: true });
    mkdirSync(join(folder, "node_modules/other"), { recursive: true });
    write("node_modules/other/tasks.md", "no spec of ours");
    write("specs/one/tasks.md", aSpecText(["1.1", "A"], ["1.2", "B", "9.9"]));

    const lax = await run(["lint"]);
    const strict = await run(["lint", "specs", "--fail-on", "warning"]);
    const never = await run(["lint", "specs/**/*.md", "--fail-on", "never"]);

    expect([lax.exitCode, strict.exitCode, never.exitCode]).toEqual([0, 5, 0]);
    expect(strict.out).toMatch(/^specs\/one\/tasks\.md\n(?: .*\n)* +\d+:\d+ +warning +KS103 /);
    expect(strict.out).toContain("1 spec: 0 errors, 1 warning");
    expect(never.out).toBe(strict.out);
    expect(readdirSync(folder).toSorted()).toEqual(["node_modules", "specs"]);
  });

  it("reads standard input and several files", async () => {
    const twice = aSpecText(["1.1", "A"], ["1.1", "B"]);
    write("one.md", twice);

    const { exitCode, out } = await run(["lint", "-", "one.md", "--format", "json"], {}, twice);

    const { specs, findings } = JSON.parse(out);
    expect(exitCode).toBe(5);
    expect(specs).toEqual(["stdin", "one.md"]);
    expect(findings).toEqual(
      expect.arrayContaining(
        specs.map((path: string) => expect.objectContaining({ path, code: "KS102" })),
      ),
    );
  });

  it("tells code scanning of each rule what it is about and how to mend it", async () => {
    write("tasks.md", "# T\n\n- [ ] T001 Set up\n- [ ] T001 Tear down (depends on T009)\n");

    const { out } = await run(["lint", "tasks.md", "--format", "sarif"]);

    const { rules } = JSON.parse(out).runs[0].tool.driver;
    expect(rules.length).toBeGreaterThan(2);
    expect(rules.find(({ id }: { id: string }) => id === "KS102")).toEqual({
      id: "KS102",
      shortDescription: { text: "Two tasks have the same ID and different titles" },
      fullDescription: { text: expect.stringContaining("`T1` and `T001` are the same.") },
      help: {
        text: expect.stringContaining("Give one of them another ID."),
        markdown: expect.any(String),
      },
      helpUri: expect.stringMatching(/^https:.*\/docs\/diagnostics\.md#ks1xx-spec$/),
    });
    for (const rule of rules)
      expect(rule).toHaveProperty("shortDescription.text", expect.any(String));
  });

  it.each([
    [["lint"], "no spec stands below it"],
    [["lint", "no*.md"], "no file below the working directory matches it"],
    [["lint", "missing.md"], "missing.md: it does not exist"],
    [["lint", "--format", "xml"], "Allowed choices are text, json, sarif, github"],
  ])("ends %j with 1 and a mend", async (args, words) => {
    const { exitCode, err } = await run(args);

    expect(exitCode).toBe(1);
    expect(err).toContain(words);
  });
});

describe("tasks validate-plan", () => {
  it("finds the plan that plan wrote valid, and one that was touched not", async () => {
    await run(["plan", "-f", shop, "-o", "plan"]);
    const good = await run(["validate-plan", "plan"]);
    const file = join(folder, "plan/tasks.json");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("Serve the catalogue", "Serve something"),
    );
    const bad = await run(["validate-plan", "plan"]);

    await run(["plan", "-f", shop, "-o", "plan"]);
    writeFileSync(join(folder, "plan/Plan.md"), "# Mine");
    const page = await run(["validate-plan", "plan"]);

    expect(page.err).toContain("Plan.md:1:1: error KS504");
    expect([good.exitCode, good.out.trim()]).toEqual([0, "plan: valid"]);
    expect([bad.exitCode, bad.out.trim()]).toEqual([5, "plan: not valid"]);
    expect(bad.err).toMatch(
      /plan\/tasks\.json:\d+:\d+: error KS5\d\d .* \[\/generated\/contentHash\]/,
    );
  });

  it("takes a plan from a pipe, by its folder or as files in one stream", async () => {
    const path = await run(["plan", "-f", shop, "-o", "plan"]);
    const stream = await run(["plan", "-f", shop, "-o", "plan", "--stdout", "fenced"]);

    const byPath = await run(["validate-plan", "-"], {}, path.out);
    const byStream = await run(["validate-plan", "-"], {}, stream.out);
    const cut = await run(
      ["validate-plan", "-"],
      {},
      stream.out.replace(/---file:dag.*?(?=---file)/s, ""),
    );
    const twice = await run(["validate-plan", "-"], {}, `${stream.out}\n---file:dag.json\n{}`);
    const nothing = await run(["validate-plan", "-"]);
    const windows = await run(["validate-plan", "-"], {}, stream.out.replaceAll("\n", "\r\n"));
    const outside = await run(
      ["validate-plan", "-"],
      {},
      stream.out.replace("---file:dag.json", "---file:../dag.json"),
    );

    expect([windows.exitCode, windows.err]).toEqual([0, ""]);
    expect([outside.exitCode, outside.err]).toEqual([
      1,
      expect.stringContaining("'../dag.json' is no name of a file; write the name alone"),
    ]);
    expect([byPath.exitCode, byPath.out]).toEqual([0, `${path.out.trim()}: valid\n`]);
    expect([byStream.exitCode, byStream.out]).toEqual([0, "standard input: valid\n"]);
    expect([cut.exitCode, cut.err]).toEqual([
      5,
      expect.stringContaining("dag.json:1:1: error KS501"),
    ]);
    expect([twice.exitCode, twice.err]).toEqual([
      1,
      expect.stringContaining("dag.json comes twice"),
    ]);
    expect([nothing.exitCode, nothing.err]).toEqual([
      1,
      expect.stringContaining("nothing came in"),
    ]);
  });

  it("tells what it finds to programs, with pointers", async () => {
    await run(["plan", "-f", shop, "-o", "plan"]);
    rmSync(join(folder, "plan/Plan.md"));
    const file = join(folder, "plan/waves.json");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace('"waveNumber": 2', '"waveNumber": "two"'),
    );

    const json = await run(["validate-plan", "plan/", "--format", "json"]);
    const sarif = await run(["validate-plan", "plan", "--format", "sarif"]);
    const github = await run(["validate-plan", "plan", "--format", "github"]);

    expect([json.exitCode, JSON.parse(json.out)]).toMatchObject([
      5,
      {
        plans: ["plan/"],
        findings: [
          { path: "plan/Plan.md", code: "KS501", pointer: "" },
          { code: "KS503", pointer: "/execution_models/wave_based/waves/1/waveNumber" },
        ],
      },
    ]);
    expect(sarif.out).toContain('"fullyQualifiedName": "/execution_models');
    expect(github.out).toContain("::error file=plan/Plan.md,line=1");
  });
});

describe("tasks apply", () => {
  it("prints the patch on a dry run, writes it, and then has nothing to write", async () => {
    sandbox = await startSandbox();
    sandbox.createRepository({ owner: "acme", name: "shop", files: { "README.md": "# Shop" } });
    const token = sandbox.addToken("mona", { login: "mona" });
    write("spec.md", aSpecText(["1.1", "A"], ["1.2", "B", "1.1"]));
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.url };
    const args = ["apply", "-f", "spec.md", "--repo", "acme/shop", "--pace", "none"];

    const dry = await run([...args, "--dry-run"], env);
    const none = sandbox.issues("acme/shop").length;
    const first = await run(args, env);
    const second = await run(args, env);

    expect(dry.err).toContain("writes to acme/shop would be made");
    expect(dry.out).toContain('+ issue P1.T102 "1.2: B"');
    expect(none).toBe(0);
    expect(first.err).toContain("+ #2 1.1: A");
    expect(sandbox.issues("acme/shop")).toHaveLength(3);
    expect(second.err).toContain("nothing to write");
    expect([dry.exitCode, first.exitCode, second.exitCode]).toEqual([0, 0, 0]);
    expect(sandbox.faultsOfOurs).toEqual([]);
  });

  it("ends with 9 on Ctrl+C while it waits for GitHub's limits, and goes on when run again", async () => {
    sandbox = await startSandbox();
    sandbox.createRepository({ owner: "acme", name: "shop", files: { "README.md": "# Shop" } });
    const token = sandbox.addToken("mona", { login: "mona" });
    write("spec.md", aSpecText(["1.1", "A"], ["1.2", "B", "1.1"]));
    const env = { PATH: process.env.PATH, GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.url };
    const args = ["apply", "-f", "spec.md", "--repo", "acme/shop"];
    const child = spawn(process.execPath, [product.cli, ...args], { cwd: folder, env });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      if (!err.includes("+ label")) child.kill("SIGINT");
      err += chunk;
    });

    const [code] = await once(child, "close");
    const again = await run([...args, "--pace", "none"], env as Record<string, string>);

    expect([code, again.exitCode]).toEqual([9, 0]);
    expect(err).toContain("run it again and it goes on");
    expect(sandbox.issues("acme/shop")).toHaveLength(3);
  });

  it("refuses a repository that the spec's work tree does not belong to, unless told", async () => {
    sandbox = await startSandbox();
    sandbox.createRepository({ owner: "acme", name: "shop", files: { "README.md": "# Shop" } });
    const token = sandbox.addToken("mona", { login: "mona" });
    write("spec.md", aSpecText(["1.1", "A"]));
    git("init", "-q");
    git("remote", "add", "origin", "git@github.com:acme/other.git");
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.url };
    const args = ["apply", "-f", "spec.md", "--repo", "acme/shop", "--pace", "none"];

    const refused = await run(args, env);
    const asked = sandbox.requests.length;
    const told = await run([...args, "--other-repo"], env);

    expect([refused.exitCode, told.exitCode]).toEqual([1, 0]);
    expect(refused.err).toContain("work tree of github.com/acme/other");
    expect(asked).toBe(0);
  });
});

describe("tasks demo", () => {
  it("tells the story to its end with exit code 0", async () => {
    const { exitCode, out, err } = await run(["demo"]);

    expect({ exitCode, err, tail: exitCode === 0 ? "" : out.slice(-2_000) }).toEqual({
      exitCode: 0,
      err: "",
      tail: "",
    });
    expect(out).toContain("open at the end: 0");
  });

  it("shows the findings of a spec that has no tasks, and ends with the plan's exit code", async () => {
    const { exitCode, out } = await run([
      "demo",
      "--spec",
      write("prose.md", "# Words\n\nOnly.\n"),
    ]);

    expect(exitCode).toBe(5);
    expect(out).toContain("KS101");
  });
});

describe("tasks status", () => {
  it("tells how far the plans are, for people and for programs", async () => {
    sandbox = await startSandbox();
    sandbox.createRepository({ owner: "acme", name: "shop", files: { "README.md": "# Shop" } });
    const token = sandbox.addToken("mona", { login: "mona" });
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: sandbox.url };
    const none = await run(["status", "--repo", "acme/shop"], env);
    write("spec.md", aSpecText(["1.1", "A"], ["1.2", "B", "1.1"]));
    await run(["apply", "-f", "spec.md", "--repo", "acme/shop", "--pace", "none"], env);

    const text = await run(["status", "--repo", "acme/shop"], env);
    const json = await run(["status", "--repo", "acme/shop", "-f", "spec.md", "--json"], env);
    const other = await run(["status", "--repo", "acme/shop", "-f", "other.md"], env);

    expect(none.err).toContain("has no plan yet");
    expect(text.out).toContain("2 tasks: 1 ready, 1 blocked");
    expect(JSON.parse(json.out).plans[0].counts).toMatchObject({ ready: 1, blocked: 1 });
    expect(other.err).toContain("never applied; applied were spec.md");
    expect([none, text, json, other].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 1]);
  });
});

describe("tasks config", () => {
  it("prints what holds and where each value comes from", async () => {
    mkdirSync(join(folder, ".github"));
    write(".github/keysteps.yml", "writeback: pr\nmax_wave_size: 8\n");

    const { exitCode, out } = await run(["config", "-c", "0.9"], { TASKS_MAX_WAVE_SIZE: "5" });

    expect(exitCode).toBe(0);
    expect(out).toContain("min_confidence: 0.9 # --min-confidence\n");
    expect(out).toContain("max_wave_size: 5 # TASKS_MAX_WAVE_SIZE\n");
    expect(out).toContain("writeback: pr # .github/keysteps.yml:1\n");
    expect(out).toContain("max_concurrent_tasks: 10 # default\n");
  });

  it("tells what is wrong in the file with its line, and what holds all the same", async () => {
    mkdirSync(join(folder, ".github"));
    write(".github/keysteps.yml", "writeback: pr\nmax_wave_size: many\n");

    const { exitCode, out, err } = await run(["config", "--json"]);

    expect(exitCode).toBe(5);
    expect(err).toMatch(/^\.github\/keysteps\.yml:2:1: error KS403 'max_wave_size' is wrong/);
    expect(JSON.parse(out)).toContainEqual({
      key: ["max_wave_size"],
      value: 30,
      origin: "default",
    });
  });
});
