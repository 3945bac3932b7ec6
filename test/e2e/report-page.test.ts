import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type Browser, chromium, type Page } from "playwright-core";
import { showPlan } from "../../src/flows/show-plan.ts";
import { aLayeredSpec } from "../support/a-layered-spec.ts";
import { aPhase } from "../support/a-phase.ts";
import { aRichSpec } from "../support/a-rich-spec.ts";
import { aSpec } from "../support/a-spec.ts";
import { aSpecTask } from "../support/a-spec-task.ts";
import { artifactsOf } from "../support/artifacts-of.ts";
import { chromiumFlags, findChromium } from "../support/find-chromium.ts";
import { readSpec } from "../support/read-spec.ts";
import { sha256 } from "../support/sha256.ts";

const executablePath = findChromium();
const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'--><b>`;

if (executablePath === undefined) {
  console.warn("The page is not tried in a browser: no Chromium here; set CHROMIUM_PATH to one.");
}

(executablePath === undefined ? describe.skip : describe)("the page in a browser", () => {
  let browser: Browser;
  let page: Page;
  let folder = "";
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: [...chromiumFlags],
    });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "keysteps-page-"));
    complaints.length = 0;
    requests.length = 0;
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("request", (request) => requests.push(request.url()));
  });
  afterEach(async () => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(spec: Parameters<typeof artifactsOf>[0]): Promise<string> {
    const shown = showPlan(artifactsOf(spec), { hash: sha256 });
    if (!("lines" in shown)) throw new Error("the plan cannot be read");
    const file = join(folder, "report.html");
    writeFileSync(file, shown.toPage());
    const address = pathToFileURL(file).href;
    await page.goto(address);
    await page.waitForSelector("html[data-ready=yes]");
    return address;
  }

  it("draws graph, schedule and waves, complains of nothing and asks for nothing", async () => {
    const address = await open(aRichSpec());

    expect(await page.locator("#graph .node").count()).toBe(5);
    expect(await page.locator("#graph .edge").count()).toBe(3);
    expect(await page.locator("#gantt .row").count()).toBe(5);
    expect(await page.locator("tr[data-wave]").count()).toBe(3);
    expect(await page.locator("#graph .node").first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([address]);
  });

  it("narrows to wave, feature, resource, critical path and words, and back", async () => {
    await open(aRichSpec());
    const lit = () => page.locator("#graph .node:not(.dim)").count();
    const rows = () => page.locator("#gantt .row:not(.gone)").count();

    await page.selectOption("#wave", "1");
    expect([await lit(), await rows()]).toEqual([2, 2]);
    expect(await page.locator("tr[data-wave]:not(.gone)").count()).toBe(1);
    await page.selectOption("#wave", "");
    await page.selectOption("#feature", "F002");
    expect(await lit()).toBe(2);
    await page.selectOption("#feature", "");
    await page.selectOption("#resource", "database_migrations");
    expect(await lit()).toBe(2);
    await page.selectOption("#resource", "");
    await page.check("#critical");
    const critical = await lit();
    expect(critical).toBeGreaterThan(0);
    expect(critical).toBeLessThan(5);
    await page.uncheck("#critical");
    await page.fill("#text", "MAIL octocat");
    expect(await page.locator("#count").textContent()).toBe("1 of 5 tasks");
    await page.click("#filters button[type=reset]");
    await page.locator("#count").filter({ hasText: "5 of 5 tasks" }).waitFor();
    expect([await lit(), await rows()]).toEqual([5, 5]);
  });

  it("tells of a task that is picked, by mouse or keys, and of its neighbours", async () => {
    await open(aRichSpec());

    await page.click('#graph .node[data-id="P2.T003"]');

    expect(await page.locator("#panel-title").textContent()).toBe("P2.T003 Show orders");
    expect(await page.locator("#panel-body").textContent()).toContain("Waits for");
    expect(await page.locator("#graph .node.near").count()).toBe(2);
    await page.keyboard.press("Escape");
    expect(await page.locator("#panel").isVisible()).toBe(false);
    await page.focus('#graph .node[data-id="P1.T001"]');
    await page.keyboard.press("Enter");
    expect(await page.locator("#panel-body").textContent()).toContain("It has an index");
  });

  it("turns dark and light, and bigger and smaller", async () => {
    await open(aRichSpec());
    const back = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const width = async () => Number(await page.getAttribute("#graph", "width"));
    const [light, normal] = [await back(), await width()];

    await page.click("#theme");
    await page.click("#bigger");

    expect(await back()).not.toBe(light);
    expect(await width()).toBeGreaterThan(normal);
    await page.click("#actual");
    expect(await width()).toBe(normal);
  });

  it("shows hostile texts as they are written and runs none of them", async () => {
    const spec = aSpec(
      [
        aSpecTask("T001", { title: hostile, groupId: "phase:1", doneWhen: [hostile] }),
        aSpecTask("T002", { title: "Plain", groupId: "phase:1" }),
      ],
      { title: hostile, groups: [aPhase(1, "T001 T002", { title: hostile })] },
    );
    await open(spec);

    await page.click("#graph .node >> nth=0");

    expect(await page.locator("h1").textContent()).toBe(hostile);
    expect(await page.locator("#panel-title").textContent()).toBe(`P1.T001 ${hostile}`);
    expect(await page.locator("#panel-body li").first().textContent()).toBe(hostile);
    expect(await page.locator("img, b").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("draws a thousand tasks, none outside of the drawing", async () => {
    await open(readSpec(aLayeredSpec(1000)));

    expect(await page.locator("#graph .node").count()).toBe(1000);
    expect(await page.locator("#gantt .row").count()).toBe(1000);
    const outside = await page.evaluate(`(() => {
      const frame = document.getElementById("graph").getBoundingClientRect();
      return [...document.querySelectorAll("#graph .box")].filter((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        return left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom;
      }).length;
    })()`);
    expect(outside).toBe(0);
    expect(complaints).toEqual([]);
  });
});
