import { describe, expect, it } from "@jest/globals";
import { showPlan } from "../../../src/flows/show-plan.ts";
import { aRichSpec } from "../../support/a-rich-spec.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";
import { sha256 } from "../../support/sha256.ts";

describe("the page of a plan", () => {
  it("lets only its own script and style run, and no request out", () => {
    const page = pageOf(artifactsOf(aRichSpec()));
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";

    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; /,
    );
    expect(page).not.toMatch(/\b(?:src|href)="(?!data:,")|\bstyle="|\son\w+="|@import|url\((?!#)/);
    expect(page).not.toContain("<b>");
  });

  it("is the same for the same plan", () => {
    expect(pageOf(artifactsOf(aRichSpec()))).toBe(pageOf(artifactsOf(aRichSpec())));
  });

  it("shows a plan of another maker without forecasts, by its durations", () => {
    const files = withoutForecasts(artifactsOf(aRichSpec()));

    expect(pageOf(files)).toContain('class="row hot"');
  });

  it("says why a plan is not ok, and draws what stands in no circle", () => {
    const spec = aRichSpec();
    const statements = [...spec.statements, anEdge("T001", "T003"), anEdge("T003", "T001")];

    const page = pageOf(artifactsOf({ ...spec, statements }));

    expect(page).toContain("The plan is not ok.");
    expect(page.match(/class="node/g)?.length).toBeLessThan(5);
    expect(page.match(/<g class="row/g)).toHaveLength(5);
  });
});

describe("a plan as text", () => {
  it("tells counts, hours, waves and what the end hangs on", () => {
    const shown = show(artifactsOf(aRichSpec()));
    const text = shown.lines.join("\n");

    expect(text).toContain("5 in 3 features, 1 done");
    expect(text).toMatch(/Rolling frontier +[\d.]+ h in half of the runs/);
    expect(text).toContain("1: P1.T001, P2.T004");
    expect(text).toMatch(
      /: the end hangs on it in \d+ % of the runs, slack by order alone [\d.]+ h/,
    );
    expect(text).toMatch(/^Quorum +0\.95 changes nothing: no wave is big enough/m);
    expect(text).toMatch(/^Critical path +[\d.]+ h: P\d\.T\d+ → /m);
    expect(text).toMatch(/^Side by side +saves [\d.]+ of [\d.]+ h one after the other/m);
    expect(text).toMatch(/^Shortest found +[\d.]+ h at likely hours; no order is /m);
    expect(text).toMatch(/^Sure to +± [\d.]+ h \(mean\), [\d.]+ h \(P80\), [\d.]+ h \(P95\)/m);
    expect(text).toMatch(/^Can run side by side\n {2}at once: P1\.T001, P2\.T004/m);
  });

  it("counts as startable what has its units, not all that is ready", () => {
    const migration = { files: [{ path: "db/migrations/x.sql", action: undefined }] };
    const tasks = ["T001", "T002"].map((id) => aSpecTask(id, migration));

    const shown = show(artifactsOf(aSpec([...tasks, aSpecTask("T003")])));

    expect(shown.lines.join("\n")).toMatch(/^May start now +2 tasks$/m);
    expect(shown.toPage()).toContain("<dt>May start now</dt><dd>2 tasks</dd>");
  });

  it("is told which file is missing where the plan cannot be read", () => {
    const files = new Map(artifactsOf(aRichSpec()));
    files.delete("waves.json");

    const shown = showPlan(files, { hash: sha256 });

    expect("lines" in shown ? [] : shown.map(({ at }) => at.path)).toContain("waves.json");
  });
});

function show(files: ReadonlyMap<string, string>) {
  const shown = showPlan(files, { hash: sha256 });
  if (!("lines" in shown)) throw new Error(shown.map(({ message }) => message).join("\n"));
  return shown;
}

function pageOf(files: ReadonlyMap<string, string>): string {
  return show(files).toPage();
}

function withoutForecasts(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const waves = JSON.parse(files.get("waves.json") ?? "");
  delete waves.execution_models.rolling_frontier.task_forecasts;
  return new Map([...files, ["waves.json", JSON.stringify(waves)]]);
}
