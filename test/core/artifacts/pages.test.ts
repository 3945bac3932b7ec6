import { describe, expect, it } from "@jest/globals";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import type { Config } from "../../../src/core/model/config.ts";
import type { SpecDocument, SpecEffort } from "../../../src/core/model/spec.ts";
import { aLayeredSpec } from "../../support/a-layered-spec.ts";
import { aRichSpec } from "../../support/a-rich-spec.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";
import { readSpec } from "../../support/read-spec.ts";

const anEffort: SpecEffort = {
  ...{ hours: 4, minHours: 4, maxHours: 4, points: undefined, text: "4h" },
  parts: { development: undefined, testing: undefined, review: undefined },
};
const files = artifactsOf(aRichSpec());
const plan = files.get("Plan.md") ?? "";
const decisions = files.get("Decisions.md") ?? "";

describe("Plan.md", () => {
  it("counts what the spec asks", () => {
    expect(plan).toContain("5 tasks in 3 features, 1 done.");
    expect(plan).toContain("| F001 Phase 1 | critical | 2 | 1 |");
  });

  it("shows waves, the longest chain and who waits for whom, with lines", () => {
    expect(plan).toMatch(
      /\| 1 \| 2 \| P1\.T001, P2\.T004 \| database_migrations 1\/1 \| [\d.]+ h \| [\d.]+ h \| [\d.]+ h \|/,
    );
    expect(plan).toContain("1. P1.T001 Create the orders table");
    expect(plan).toContain("| P2.T003 | P1.T001 | needs the table | specs/shop/tasks.md:20 |");
    expect(plan).toMatch(/\| P3\.T005 \| P2\.T003, P2\.T004 \| .* \|/);
  });

  it("says which needs are inferred and whose turn it is", () => {
    expect(plan).toMatch(/P1\.T002 Run the prices migration \| 1 \| .* \(inferred\) \| 2 of 2 \|/);
  });

  it("tells each metric with its meaning", () => {
    expect(plan).toContain("| longest chain | 3 | tasks that must follow each other |");
    expect(plan).toContain("| titles that begin with a verb | 80% |");
  });
});

describe("Plan.md, to be approved", () => {
  it("names the way of running that its own numbers speak for, in working days", () => {
    expect(plan).toMatch(/## Execution strategy: (?:rolling frontier|waves)\n\n- /);
    expect(plan).toMatch(/\| rolling frontier \| [\d.]+ h \([\d.]+ working days?\) \|/);
  });

  it("says so where the settings ask for the slower way", () => {
    const slow = pageOf("Plan.md", chainsSpec(), { executionModel: "wave_based" });
    const fast = pageOf("Plan.md", chainsSpec());

    expect(slow).toContain("- The settings ask for waves; it takes longer by these numbers");
    expect(fast).not.toContain("The settings ask for");
  });

  it.each(["rolling_frontier", "wave_based"] as const)(
    "follows the settings where both ways take as long, and no page says otherwise: %s",
    (executionModel) => {
      const twins = artifactsOf(aSpec([aSpecTask("T001"), aSpecTask("T002")]), { executionModel });
      const name = executionModel === "wave_based" ? "waves" : "rolling frontier";
      const pages = `${twins.get("Plan.md")}${twins.get("Decisions.md")}`;

      expect(pages).toContain(`## Execution strategy: ${name}\n\n- Both ways take as long here`);
      expect(pages).toContain("On this plan a rolling frontier is no faster than waves.");
      expect(pages).toMatch(new RegExp(`- \\*\\*${name}\\*\\* \\(chosen\\)`, "i"));
      expect(pages).toContain("; both take as long in half of the runs.");
      expect(pages).not.toMatch(/faster completion|takes longer/);
      expect(twins.get("waves.json")).toContain('"advantages_over_wave_based": []');
    },
  );

  it("counts what can start in one way, wherever it is told", () => {
    const { ready_queue } = JSON.parse(files.get("coordinator.json") ?? "").coordinator
      .state_management.frontier_management;
    const told = [...`${plan}${decisions}`.matchAll(/\d+ tasks? can start now[^;.]*/g)];

    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(new Set(told.map(([text]) => text))).toEqual(
      new Set([`${ready_queue.length} tasks can start now`]),
    );
  });

  it("has the criteria of each wave as gates, folded", () => {
    expect(plan).toMatch(/<summary>Wave 1: 2 gates<\/summary>\n\n- P1\.T001: The table exists\n/);
    expect(plan).toContain("P2.T004: finished when the issue is closed; no criterion says more");
  });

  it("tells how the frontier moves, each task finished once", () => {
    const [, rows = ""] = /## Frontier timeline\n([\s\S]*?)\n\n## /.exec(plan) ?? [];
    const finished = rows
      .split("\n")
      .flatMap((row) => row.split(" | ")[1]?.match(/P\d\.T\d+/g) ?? []);

    expect(finished.sort()).toEqual(["P1.T002", "P2.T003", "P2.T004", "P3.T005"]);
  });

  it("lists what holds nobody up, with confidence and reason", () => {
    expect(plan).toMatch(
      /### Below the least confidence[\s\S]*\| P2\.T003 → P2\.T004 \| technical \| 0\.5 \|/,
    );
    expect(plan).toMatch(
      /### Soft[\s\S]*\| sequential \| 0\.5 \| "Phase 2" stands after "Phase 1" \|/,
    );
  });

  it("names guesses on which the end hangs, and dependencies that are not sure", () => {
    expect(plan).toMatch(/### The end hangs on them and their hours are a guess/);
    expect(plan).toMatch(
      /### Dependencies that hold and are not sure[\s\S]*\| P3\.T005 [^|]* waits for P2\.T003 \| 0\.9 \|/,
    );
  });

  it("proposes to split what is too long and to merge what is too short, and does neither", () => {
    const hours = (own: number) => ({ ...anEffort, hours: own, minHours: own, maxHours: own });
    const tasks = [
      aSpecTask("T001", { effort: hours(40) }),
      aSpecTask("T002", { effort: hours(0.25) }),
      aSpecTask("T003", { effort: hours(0.25) }),
    ];

    const page = pageOf("Plan.md", aSpec(tasks));

    expect(page).toContain("`--normalise` would do this:");
    expect(page).toMatch(
      /\| P1\.T001 \| split \| Build part T001: stretch 1 of 5 \(8 h\), .* \| 40 h, more than 16 h; into equal stretches \|/,
    );
    expect(page).toContain(
      "| P1.T002 and P1.T003 | merge | Build part T002; Build part T003 (0.5 h) | each less than 0.5 h, 0.5 h in all |",
    );
    expect(plan).toContain("No task has more than 16 h or is small enough to be merged.");
  });

  it("ticks what the plan is good at and no more", () => {
    expect(plan).toContain("- ⚠️ 1 of 5 tasks say in the spec when they are done");
    expect(plan).toContain("- ✅ 0 circles of tasks that wait for each other");
    expect(plan).toContain("- ⚠️ 1 statements about order name nothing in the plan");
  });

  it("says what a limit costs, whom, and what would help", () => {
    const tasks = ["T001", "T002", "T003", "T004"].map((id) =>
      aSpecTask(id, { files: [{ path: `db/migrations/${id}.sql`, action: "create" }] }),
    );

    const page = pageOf("Plan.md", aSpec(tasks));

    expect(page).toMatch(
      /\| database_migrations \| adds [\d.]+ h; in waves 3 waves and [\d.]+ h \| \d+ % \| all \| one unit more saves [\d.]+ h/,
    );
    expect(page).toContain(
      "P1.T001 and P1.T002 come one right after the other and could be one turn",
    );
  });

  it("stays short where the plan is long", () => {
    const page = pageOf("Plan.md", readSpec(aLayeredSpec(400)));
    const open = page.replace(/<details>[\s\S]*?<\/details>/g, "");

    expect(open.split("\n").length).toBeLessThan(400);
  });
});

describe("Decisions.md", () => {
  it("says when a wave follows another, under a quorum that leaves tasks behind too", () => {
    const tasks = [1, 2, 3].map((n) => aSpecTask(`T00${n}`));
    const two = aSpec(tasks, { statements: [anEdge("T003", "T001")] });
    const tell = (spec: SpecDocument, config: Partial<Config> = {}) =>
      /^- .*\bWaves\b.*$/m.exec(pageOf("Decisions.md", spec, config))?.[0];

    expect(tell(two)).toContain("tasks; the next begins when the one before is finished;");
    expect(tell(two, { barrierQuorum: 0.5 })).toContain(
      "tasks; the next begins when 0.5 of the one before, rounded up to whole tasks, is finished;",
    );
    expect(tell(aSpec(tasks))).toContain("1 wave of at most 30 tasks;");
    expect(tell(aSpec(tasks))).not.toContain("next begins");
  });

  it("has at least two ways to choose from, and what each leads to, wherever something was chosen", () => {
    const pages = [decisions, pageOf("Decisions.md", readSpec(aLayeredSpec(30)))];

    for (const chapter of pages.flatMap((page) => page.split(/^## /m).slice(1))) {
      const ways = chapter.match(/^- .+: .+$/gm) ?? [];
      expect(ways.length).toBeGreaterThanOrEqual(2);
      expect(ways[0]).toContain("(chosen)");
    }
  });

  it("counts what the other way would lead to", () => {
    expect(decisions).toMatch(/- One task after the other: [\d.]+ h in half of the runs/);
    expect(decisions).toMatch(
      /- Hard: \d dependenc\w+ that the spec does not state; the longest chain takes \d+ h/,
    );
    expect(decisions).toMatch(
      /- `min_confidence: 0\.5`: 1 task would wait for guesses; the longest chain takes 16 h/,
    );
    expect(decisions).toContain("one turn of 8 h instead of 2");
  });

  it("says nothing of choices that there were not, and speaks of one as of one", () => {
    const tasks = ["T001", "T002"].map((id) => aSpecTask(id, { effort: anEffort }));
    const one = aSpecTask("T003");

    const quiet = pageOf("Decisions.md", aSpec(tasks));
    const single = pageOf("Decisions.md", aSpec([...tasks, one]));

    expect(quiet.match(/^## .*$/gm)).toEqual(["## 1. How the plan is run"]);
    expect(single).toContain("1 task of 3 has no estimate; the others have 8 h.");
    expect(`${quiet}${single}${decisions}`).not.toMatch(/\b0 (?!h\b)\w+s?\b|\b1 tasks\b/);
  });

  it("names at least two ways for each choice", () => {
    for (const part of decisions.split(/^## /m).slice(1)) {
      expect(part.match(/^- /gm)?.length ?? 0).toBeGreaterThanOrEqual(2);
    }
  });

  it("names the choices made, the others, and what they cost", () => {
    expect(decisions).toContain("## 1. How the plan is run");
    expect(decisions).toContain("- **Rolling frontier** (chosen): 3 tasks can start now");
    expect(decisions).toContain("- **P1.T001 → P1.T002** (chosen): 3 waves in all");
    expect(decisions).toContain("## 3. What only follows in the text stays soft");
    expect(decisions).toContain("Needs that only a title says");
  });
});

it.each([
  ["Plan.md", plan],
  ["Decisions.md", decisions],
])("%s lets no text of the spec act as markup", (_name, text) => {
  expect(text).not.toMatch(/@octocat|#12|<b>|T0<99>/);
  const folds = /^<details>\n<summary>[^<>]*<\/summary>$|^<\/details>$/gm;
  const tree = remark().use(remarkGfm).parse(text.replace(folds, ""));
  expect(JSON.stringify(tree)).not.toContain('"type":"html"');
});

function pageOf(name: string, spec: SpecDocument, config: Partial<Config> = {}): string {
  return artifactsOf(spec, config).get(name) ?? "";
}

/** A long task beside a chain of short ones: whoever waits for the end of a wave waits long. */
function chainsSpec(): SpecDocument {
  const ids = ["T001", "T002", "T003", "T004"];
  const tasks = [
    ...ids.map((id) => aSpecTask(id, { effort: anEffort })),
    aSpecTask("T005", { effort: { ...anEffort, hours: 16, minHours: 16, maxHours: 16 } }),
  ];
  const statements = ids.slice(1).map((id, place) => anEdge(id, ids[place] ?? ""));
  return aSpec(tasks, { statements });
}
