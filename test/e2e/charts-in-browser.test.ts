import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Browser, chromium, type Page } from "playwright-core";
import { makeProjectSpec } from "../../scripts/bench/make-project-spec.ts";
import { renderPlanComment } from "../../src/core/board/render-plan-comment.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { chromiumFlags, findChromium } from "../support/find-chromium.ts";
import { proposalOf } from "../support/proposal-of.ts";

const executablePath = findChromium();
const script = createRequire(import.meta.url).resolve("@mermaid-js/tiny");
const hostile = [
  `"]; click n0 "javascript:alert(1)"`,
  "end",
  "</script><script>alert(2)</script>",
  "<img src=x onerror=alert(3)>",
  "%%{init: {'securityLevel': 'loose'}}%%",
  "--> n1; style n0 fill:#f00",
  "subgraph x[y]",
  ":crit, done, after t0",
  "section Mine",
  "#quot;&lt;b&gt; `code` **bold**",
  "\u202eevil \u0007 bell",
  "title: graph TD; A-->B",
] as const;

if (executablePath === undefined) {
  console.warn("Charts are not tried in a browser: no Chromium here; set CHROMIUM_PATH to one.");
}

/** The charts of a comment, as GitHub hands them to Mermaid. */
function listCharts(text: string, configText?: string): readonly string[] {
  const comment = renderPlanComment([proposalOf(text, { configText })]);
  return [...comment.matchAll(/```mermaid\n(.*?)\n```/gs)].map(([, chart = ""]) => chart);
}

(executablePath === undefined ? describe.skip : describe)("charts drawn by Mermaid itself", () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: [...chromiumFlags],
    });
    page = await browser.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => {
      complaints.push(dialog.message());
      return dialog.dismiss();
    });
    page.on("request", (request) => complaints.push(request.url()));
    await page.addScriptTag({ path: script });
    await page.evaluate("mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })");
  });
  afterAll(() => browser.close());

  /** The picture, put into the page as a browser would show it. */
  async function draw(chart: string): Promise<string> {
    await page.evaluate(`(async () => {
      const { svg } = await mermaid.render("chart", ${JSON.stringify(chart)});
      document.body.innerHTML = svg;
    })()`);
    return page.evaluate("document.body.innerHTML");
  }

  const count = (selector: string) => page.locator(selector).count();

  it.each(hostile)("take %j for words", async (words) => {
    const text = aSpecText(
      ["1.1", `${words} first`],
      ["1.2", `Run the orders migration ${words}`, "1.1"],
      ["1.3", words, "1.1"],
    );
    const [graph = "", gantt = ""] = listCharts(text);

    const drawn = await draw(graph);

    expect(await count("g.node")).toBe(3);
    expect(await count("path.flowchart-link")).toBe(2);
    expect(drawn).not.toMatch(/<script|<img|<a[\s>]|\son\w+=|javascript:/i);
    await draw(gantt);
    expect(await count("rect.task")).toBe(3);
    expect(await count("body :is(script, img, a)")).toBe(0);
    expect(complaints).toEqual([]);
  });

  it.each([
    [10, "tasks"],
    [60, "tasks"],
    [80, "waves"],
  ] as const)("show a plan of %i tasks by its %s", async (tasks, shown) => {
    const text = makeProjectSpec(tasks);
    const { plan, schedule } = proposalOf(text);
    const [graph = "", gantt = ""] = listCharts(text);
    const wanted = { tasks: plan.tasks, waves: schedule.waves }[shown].length;

    await draw(graph);
    expect(await count("g.node")).toBe(wanted);
    await draw(gantt);
    expect(await count("rect.task")).toBe(wanted);
    expect(complaints).toEqual([]);
  });

  it("show a plan of many waves by boxes of several", async () => {
    const [graph = ""] = listCharts(makeProjectSpec(500));

    await draw(graph);

    expect(await count("g.node")).toBeGreaterThan(10);
    expect(await count("g.node")).toBeLessThanOrEqual(60);
    expect(complaints).toEqual([]);
  });

  it("show dates where there is a calendar", async () => {
    const calendar = "calendar:\n  start: 2026-03-02\n  time_zone: Europe/Berlin\n";
    const charts = listCharts(makeProjectSpec(10), calendar);

    await draw(charts[1] ?? "");

    expect(await page.locator("svg").textContent()).toContain("2026-03-");
    expect(complaints).toEqual([]);
  });
});
