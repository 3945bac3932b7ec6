import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readPlan } from "../../../src/core/artifacts/read-plan.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { canonicalJson } from "../../../src/core/text/canonical-json.ts";
import { aRichSpec } from "../../support/a-rich-spec.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";
import { anEdge } from "../../support/an-edge.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";
import { sha256 } from "../../support/sha256.ts";

const files = artifactsOf(aRichSpec());

describe("readPlan", () => {
  it("finds nothing wrong with what we write", () => {
    expect(readPlan(files, sha256)).toMatchObject({ isOk: true, diagnostics: [] });
  });

  it("finds nothing wrong with any plan of ours", () => {
    fc.assert(
      fc.property(acyclicGraph(8), fc.integer({ min: 1, max: 3 }), (graph, maxWaveSize) => {
        const ids = Array.from({ length: graph.count }, (_, index) => `T${index + 100}`);
        const statements = graph.edges.map(([from, to]) => anEdge(ids[to] ?? "", ids[from] ?? ""));
        const spec = aSpec(
          ids.map((id) => aSpecTask(id)),
          { statements },
        );

        const { diagnostics } = readPlan(artifactsOf(spec, { maxWaveSize }), sha256);

        expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("finds nothing wrong with finished work that took more than there is by now", () => {
    const { config } = parseConfig(
      "resources: { gpu: { capacity: 2, tasks: { T001: 3, T002: 5, T003: 1 } } }",
      "k",
    );
    const states = ["done", "in-progress", "todo"] as const;
    const spec = aSpec(states.map((state, at) => aSpecTask(`T00${at + 1}`, { state })));

    const { diagnostics } = readPlan(artifactsOf(spec, config), sha256);

    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("says which file is missing", () => {
    const { isOk, diagnostics } = readPlan(without("dag.json"), sha256);

    expect(isOk).toBe(false);
    expect(diagnostics).toMatchObject([{ code: "KS501", at: { path: "dag.json", line: 1 } }]);
  });

  it("says which file is no JSON", () => {
    expect(codesWith("dag.json", () => "{ nonsense")).toEqual(["KS502"]);
  });

  it.each<[string, (text: string) => string, RegExp, number]>([
    ["cut off", (text) => text.slice(0, 400), /was cut off in line 1\d, before it is closed/, 0],
    ["empty", () => " \n", /is empty; run/, 1],
    ["wrong in a line", (text) => text.replace("[],", "[,"), /correct line 3,/, 3],
    ["a key twice", (text) => text.replace("{", '{\n  "ok": false,'), /the key 'ok' twice/, 3],
    ["nested too deep", () => "[".repeat(5000) + "]".repeat(5000), /more than 200 levels/, 1],
  ])("says where a file is no JSON: %s", (_, change, message, line) => {
    const { diagnostics } = readPlan(withChange("dag.json", change), sha256);

    expect(diagnostics).toMatchObject([{ code: "KS502", at: { path: "dag.json" } }]);
    expect(diagnostics[0]?.message).toMatch(message);
    if (line > 0) expect(diagnostics[0]?.at.line).toBe(line);
  });

  it("tells evidence beyond the text of the spec, where that is at hand", () => {
    const long = "a line of the spec\n".repeat(300);
    const cut = long.split("\n").slice(0, 14).join("\n");

    const { diagnostics, isOk } = readPlan(files, sha256, { spec: cut });

    const places = diagnostics.map(({ code, at }) => `${code} ${at.pointer}`);
    expect(isOk).toBe(false);
    expect(places).toContain("KS526 /tasks/4/source_evidence/0/endLine");
    expect(places).not.toContain("KS526 /tasks/0/source_evidence/0/endLine");
    expect(readPlan(files, sha256, { spec: long }).isOk).toBe(true);
  });

  it("takes byte order marks, and pages with the line ends of Windows", () => {
    const changed = new Map(
      [...files].map(([name, text]) => [
        name,
        name.endsWith(".md") ? text.replaceAll("\n", "\r\n") : `\uFEFF${text}`,
      ]),
    );

    expect(readPlan(changed, sha256)).toMatchObject({ isOk: true, diagnostics: [] });
  });

  it("stands lists of hundreds of thousands of entries", () => {
    const changed = withChange("dag.json", (text) =>
      reseal(JSON.stringify({ ...JSON.parse(text), topo_order: Array(300_000).fill("X") })),
    );

    const { diagnostics } = readPlan(changed, sha256);

    const codes = diagnostics.map(({ code }) => code);
    expect(codes).toContain("KS505");
    expect(codes.length).toBeLessThan(10);
  });

  it("names the line of a field that is wrong", () => {
    const broken = withChange("waves.json", (text) =>
      text.replace('"waveNumber": 2', '"waveNumber": "two"'),
    );

    const { diagnostics } = readPlan(broken, sha256);

    const lines = (broken.get("waves.json") ?? "").split("\n");
    expect(diagnostics).toMatchObject([{ code: "KS503", at: { path: "waves.json" } }]);
    expect(lines[(diagnostics[0]?.at.line ?? 0) - 1]).toContain("two");
  });

  it("names the place of a secret that a file spreads", () => {
    const broken = withChange("Plan.md", (text) => `${text}\nKey: hunter2\n`);
    const text = broken.get("Plan.md") ?? "";
    const start = text.indexOf("hunter2");
    const secrets = new Map([["Plan.md", [{ start, end: start + 7, kind: "npm" }]]]);

    const { isOk, diagnostics } = readPlan(broken, sha256, { secrets });

    const place = { path: "Plan.md", line: text.split("\n").length - 1, column: 6 };
    expect(isOk).toBe(false);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "KS510", at: place }));
  });

  it("sees an edit by hand", () => {
    expect(codesWith("tasks.json", (text) => text.replace("Show orders", "Show all"))).toEqual([
      "KS504",
    ]);
  });

  it.each([
    ["tasks.json", '"id": "P2.T004"', '"id": "P2.T003"', "KS505"],
    ["tasks.json", '"feature_id": "F003"', '"feature_id": "F009"', "KS505"],
    ["dag.json", '"edges": 3', '"edges": 4', "KS506"],
    ["waves.json", '"total_waves": 3', '"total_waves": 2', "KS506"],
    ["dag.json", '"ok": true', '"ok": false', "KS508"],
    ["tasks.json", '"type": "mutual_exclusion"', '"type": "technical"', "KS512"],
  ])("sees in %s that %s became %s", (name, from, to, code) => {
    expect(codesWith(name, (text) => reseal(text.replace(from, to)))).toContain(code);
  });

  it("sees waves that break a dependency, a limit or leave a task out", () => {
    const messages = (change: (tasks: string[][]) => void) => {
      const broken = withChange("waves.json", (text) => {
        const file = JSON.parse(text);
        change(
          file.execution_models.wave_based.waves.map((wave: { tasks: string[] }) => wave.tasks),
        );
        return reseal(JSON.stringify(file));
      });
      return readPlan(broken, sha256).diagnostics.map(({ code, message }) => `${code} ${message}`);
    };

    expect(messages(([one]) => one?.splice(0, 1))).toContainEqual(
      expect.stringContaining("KS507 Waves: P1.T001 is in no wave"),
    );
    expect(messages(([one, two]) => one?.push(...(two?.splice(0) ?? [])))).toContainEqual(
      expect.stringMatching(
        /^KS507 Wave 1: needs 2 of database_migrations and there are 1; .*Wave 1: P2.T003 waits for P1.T001/,
      ),
    );
    expect(messages(([one, two]) => two?.push(one?.[0] ?? ""))).toContainEqual(
      expect.stringContaining("P1.T001 stands in two waves"),
    );
  });
});

function withChange(name: string, change: (text: string) => string): ReadonlyMap<string, string> {
  return new Map([...files, [name, change(files.get(name) ?? "")]]);
}

function without(name: string): ReadonlyMap<string, string> {
  return new Map([...files].filter(([other]) => other !== name));
}

function codesWith(name: string, change: (text: string) => string): readonly string[] {
  const { diagnostics } = readPlan(withChange(name, change), sha256);
  return [...new Set(diagnostics.map(({ code }) => code))];
}

/** The text with the hash that fits it, so that only the change itself is wrong. */
function reseal(text: string): string {
  const { generated, ...rest } = JSON.parse(text);
  const contentHash = sha256(canonicalJson(rest));
  return JSON.stringify({ ...rest, generated: { ...generated, contentHash } }, null, 2);
}
