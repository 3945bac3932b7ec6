import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { briefTask } from "../../src/flows/brief-task.ts";
import { aMadeSpec } from "../support/a-made-spec.ts";
import { artifactsOf } from "../support/artifacts-of.ts";

type Json = Record<string, unknown>;

const evidence = {
  ...{ quote: "OAuth2 with `JWT`\n```\n## Injected\n```", loc: { start: 0, end: 9 } },
  ...{ section: "H2: Sign-in", startLine: 4, endLine: 9 },
};

function aTask(id: string, changes: Json = {}): Json {
  const common = { feature_id: "F001", title: `Do ${id}`, source_evidence: [], contentHash: "0" };
  return { id, ...common, ...changes };
}

function aLink(from: string, to: string, changes: Json = {}): Json {
  const common = { type: "technical", reason: `${from} first`, evidence: [], confidence: 1 };
  return { from, to, isHard: true, ...common, ...changes };
}

const source = (state: string, id?: string) => ({
  source: { path: "spec.md", line: 4, state, parallel: false, ...(id && { id }) },
});

/** A task with every field that T.A.S.K.S v3 knows, and neighbours. */
const full = {
  meta: {
    ...{ execution_model: "rolling_frontier", min_confidence: 0.7, title: "Sign-in" },
    codebase_analysis: {
      shared_resources: {
        db: { type: "exclusive", location: ["db/**"], reason: "one schema" },
        pool: { type: "shared_limited", capacity: 3 },
      },
      checks: [{ kind: "test", command: "npm test", path: "package.json" }],
    },
    unresolved: [
      { path: "spec.md", line: 5, owner: "P1.T004", text: "a key of the bank", kind: "external" },
    ],
  },
  generated: { by: "x", timestamp: "2026-01-02T03:04:05Z", contentHash: "0" },
  tasks: [
    aTask("P1.T001", { ...source("done"), files: [{ path: "db/1.sql" }] }),
    aTask("P1.T002", { ...source("todo", "2"), interfaces_produced: ["Users:v1"] }),
    aTask("P1.T003", source("todo", "7")),
    aTask("P1.T004", {
      ...source("todo", "4"),
      title: "Add back_end\\auth *now*",
      description: "Line one\nline two with a\\_b",
      category: "implementation",
      boundaries: {
        expected_complexity: { value: "~300 LoC", breakdown: "3 endpoints" },
        definition_of_done: { criteria: ["all pass"], stop_when: "not the UI" },
        scope: { includes: ["src/auth/**"], excludes: ["web/**"], restrictions: "no new tables" },
      },
      execution_guidance: {
        logging: { on_start: "say hello", on_progress: "say how", on_completion: "say bye" },
        checkpoints: ["unused"],
        monitoring: {
          heartbeat_interval_seconds: 30,
          progress_reporting: "percentage_and_checkpoint",
          resource_usage_reporting: true,
          checkpoint_events: [{ at: "25%", name: "schema", rollback_capable: true }],
        },
      },
      resource_requirements: {
        estimated: {
          ...{ cpu_cores: 2, memory_mb: 512 },
          ...{ exclusive_resources: ["db"], shared_resources: { pool: 2 } },
        },
        peak: { cpu_cores: 4, during: "tests" },
        worker_capabilities_required: ["backend", "dba"],
      },
      scheduling_hints: {
        ...{ priority: "high", retry_on_failure: true, max_retries: 2, can_pause_resume: true },
        ...{ avoid_concurrent_with: ["P1.T003"], preferred_time_window: "business_hours" },
      },
      reuses_existing: { extends: ["BaseController"], imports: ["Logger"], rationale: "less code" },
      skillsRequired: ["backend"],
      duration: { optimistic: 4, mostLikely: 6, pessimistic: 10 },
      durationUnits: "hours",
      interfaces_produced: ["AuthAPI:v2"],
      interfaces_consumed: ["Users:v1", "Mail:v3"],
      acceptance_checks: [
        { type: "command", cmd: "npm test", expect: { passRateGte: 0.95 } },
        { type: "artifact", path: "api.yaml", expect: { exists: true, validOpenAPI: true } },
        { type: "metric", name: "p95_ms", expect: { lte: 100, unit: "ms" } },
      ],
      subtasks: [{ id: "4.1", title: "Begin", done: true, hours: 1, output: "a note", line: 6 }],
      risks: ["keys leak"],
      requirements: ["FR-001"],
      inferred: [{ field: "duration", confidence: 0.4, reason: "usual" }],
      source_evidence: [evidence],
    }),
    aTask("P1.T005", { ...source("todo", "7"), interfaces_consumed: ["AuthAPI:v2"] }),
  ],
  dependencies: [
    aLink("P1.T001", "P1.T004"),
    aLink("P1.T002", "P1.T004"),
    aLink("P1.T003", "P1.T004", { confidence: 0.5 }),
    aLink("P1.T005", "P1.T004", { type: "mutual_exclusion" }),
    aLink("P1.T004", "P1.T005"),
  ],
  resource_conflicts: {
    db: {
      ...{ tasks: ["P1.T001", "P1.T004", "P1.T005"], resolution: "sequential", rationale: "x" },
      suggested_order: ["P1.T001", "P1.T005", "P1.T004"],
    },
  },
};

const place = "plan";
const brief = (name: string, plan: unknown = full) =>
  briefTask({ place, files: new Map([["tasks.json", JSON.stringify(plan)]]) }, name);

/** Headings outside of quoted blocks. */
function headingsOf(text: string): readonly string[] {
  return text
    .replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, "")
    .split("\n")
    .filter((line) => line.startsWith("#"))
    .map((line) => line.replace(/ \(.*/, ""));
}

describe("the brief of a task", () => {
  it("has all that the plan knows of it, in the order in which it is needed", () => {
    const { text } = brief("P1.T004");

    expect(headingsOf(text)).toEqual([
      "# P1.T004 Add back_end\\auth *now*",
      ..."Waits for,May wait for,Steps,Done when,Checks,How this repository is checked"
        .split(",")
        .map((name) => `## ${name}`),
      ..."Files,Out of scope,Builds on,Interfaces,Needs,While it runs,Waiting for it,Serves"
        .split(",")
        .map((name) => `## ${name}`),
      ...["## Risks", "## The spec says", "## Not stated, only inferred"],
    ]);
    for (const line of [
      'Task P1.T004 (4 in the spec) of "Sign-in", from spec.md:4.',
      "Kind: implementation; Size: ~300 LoC (3 endpoints); Likely 6 hours, 4 to 10; Priority: high; Skills: backend.",
      "It may not start yet: it waits for P1.T002.",
      "- P1.T001 Do P1.T001 (done): P1.T001 first; files `db/1.sql`",
      "- Not in the plan: a key of the bank",
      "- P1.T003 Do P1.T003: P1.T003 first (confidence 0.5)",
      "- [x] 4.1 Begin (1 h) → a note",
      "- `npm test` passes: pass rate at least 0.95",
      "- `api.yaml` is there: valid OpenAPI",
      '- metric p95_ms: at most 100, unit "ms"',
      "- `npm test` (test)",
      "- `src/auth/**`",
      "- not the UI",
      "- Extend `BaseController`",
      "- Makes `AuthAPI:v2`, used by P1.T005",
      "- Uses `Users:v1`, made by P1.T002",
      "- Uses `Mail:v3`, which no task of this plan makes",
      "- `db`, one task at a time; one schema; its turn comes after P1.T005; files `db/**`",
      "- `pool`, 2 of 3",
      "- Of the machine: 2 CPU cores, 512 MB of memory",
      "- At its peak while tests: 4 CPU cores",
      "- Whoever does it can: dba",
      "- At the start: say hello",
      "- Checkpoints: 25% schema (can be taken back)",
      "- Tell how far it is: percentage and checkpoint",
      "- Give a sign of life every 30 seconds",
      "- If it fails, try again up to 2 times",
      "- Not at the same time as: P1.T003",
      "- duration (0.4): usual",
    ]) {
      expect(text.split("\n")).toContain(line);
    }
  });

  it("shows the words of the spec as they are written, in a block that they cannot end", () => {
    const { text } = brief("P1.T004");

    expect(text).toContain("Line one\nline two with a\\_b");
    expect(text).toContain(
      `## The spec says (spec:4-9, under "H2: Sign-in")\n\n\`\`\`\`\n${evidence.quote}\n\`\`\`\`\n`,
    );
  });

  it("gives programs the same, with states and whose turn it is", () => {
    expect(JSON.parse(JSON.stringify(brief("4").brief))).toMatchObject({
      plan: { title: "Sign-in", checks: [{ kind: "test", command: "npm test" }] },
      task: { id: "P1.T004", acceptance_checks: [{}, {}, {}] },
      waitsFor: [{ id: "P1.T001", state: "done" }, { id: "P1.T002" }],
      waitedForBy: [{ id: "P1.T005" }],
      mayWaitFor: [{ id: "P1.T003", confidence: 0.5 }],
      resources: [{ name: "db", turnAfter: ["P1.T005"], turnBefore: [] }, { capacity: 3 }],
      interfaces: [{ role: "produces" }, { role: "consumes" }, { role: "consumes" }],
    });
  });

  it("says that a task may start, and what has to be free for it", () => {
    expect(brief("p1.t002").text).toContain("No task that it waits for is open: it may start.");
    expect(brief("P1.T001").text).toContain("It is done.");
    const tasks = full.tasks.map((task) => ({ ...task, ...source("done") }));
    tasks[3] = { ...tasks[3], ...source("in-progress") };
    expect(brief("P1.T004", { ...full, tasks }).text).toContain(
      "Its box says in-progress. No task that it waits for is open: it may start once it has db and pool.",
    );
  });

  it.each([
    ["T099", "Cannot find T099 in plan: it has 5 tasks, none of that ID; see `tasks next`"],
    ["T00", "did you mean P1.T001 or P1.T002 or P1.T003 or P1.T004 or P1.T005?"],
    ["7", "Cannot tell which task 7 is: 2 tasks of the spec have that ID"],
    ["", "Cannot find "],
  ])("finds no task for %j and says what to ask for", (name, words) => {
    expect(() => brief(name)).toThrow(words);
  });

  it("keeps its form for every task of any plan", () => {
    fc.assert(
      fc.property(aMadeSpec(), (spec) => {
        const files = artifactsOf(spec);
        const { tasks } = JSON.parse(files.get("tasks.json") ?? "");
        for (const { id } of tasks) {
          const { text } = briefTask({ place, files }, id);
          const headings = headingsOf(text);
          expect(headings[0]).toMatch(/^# P\d/);
          expect(new Set(headings.slice(1)).size).toBe(headings.length - 1);
          expect(text).toContain("## The spec says");
        }
      }),
      { numRuns: 25 },
    );
  });
});
