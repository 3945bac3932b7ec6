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

  it("goes from task to task by arrow keys, and back to the task from its panel", async () => {
    await open(aRichSpec());
    const focused = () => page.evaluate("document.activeElement.dataset.id");

    await page.focus('#graph .node[data-id="P1.T001"]');
    await page.keyboard.press("ArrowRight");
    const right = await focused();
    await page.keyboard.press("ArrowLeft");
    const left = await focused();
    await page.keyboard.press("Enter");
    const inPanel = await page.evaluate("document.activeElement.id");
    await page.keyboard.press("Escape");

    expect([right, left, inPanel]).toEqual(["P2.T003", "P1.T001", "close"]);
    expect(await focused()).toBe("P1.T001");
    expect(await page.locator('#graph .node[tabindex="0"]').count()).toBe(1);
  });

  it("shows the whole of a small graph at first sight, and of a big one where work begins", async () => {
    const isWithin = `(() => {
      const frame = document.getElementById("field").getBoundingClientRect();
      return [...document.querySelectorAll("#graph .box")].filter((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
      }).length;
    })()`;
    const scale = async () =>
      Number(await page.getAttribute("#graph", "width")) /
      Number(await page.getAttribute("#graph", "data-width"));
    const alone = Array.from({ length: 14 }, (_, index) => aSpecTask(`T${index + 100}`));

    await open(aSpec(alone));
    const small = [await page.evaluate(isWithin), await scale()];
    await open(readSpec(aLayeredSpec(200)));
    const [seen, big] = [await page.evaluate(isWithin), await scale()];

    expect(small).toEqual([14, expect.any(Number)]);
    expect(small[1]).toBeGreaterThanOrEqual(0.7);
    expect(seen).toBeGreaterThan(3);
    expect(big).toBe(1);
  });

  it("keeps titles within their boxes and numbers under their headings", async () => {
    const title = "Wide WWWWWWWW MMMMMMMM title of the task";
    await open(aSpec([aSpecTask("T001", { title }), aSpecTask("T002", { title })]));

    const outside = await page.evaluate(`[...document.querySelectorAll("#graph .node")].filter(
      (node) => node.querySelector(".name").getBoundingClientRect().right > node.querySelector(".box").getBoundingClientRect().right
    ).length`);
    const apart = await page.evaluate(`(() => {
      const edge = (cell) => { const range = document.createRange(); range.selectNodeContents(cell); return range.getBoundingClientRect().right; };
      const cells = [...document.querySelector("tr[data-wave]").children].slice(0, 5);
      const heads = [...document.querySelectorAll("thead th")].slice(0, 5);
      return cells.map((cell, place) => Math.abs(edge(cell) - edge(heads[place]))).filter((gap) => gap > 1.5).length;
    })()`);

    expect([outside, apart]).toEqual([0, 0]);
  });

  it("is moved by dragging, which picks no task", async () => {
    await open(readSpec(aLayeredSpec(200)));
    const scrolled = () => page.evaluate('document.getElementById("field").scrollLeft');
    const before = Number(await scrolled());
    const [x, y] = (await page.evaluate(`(() => {
      const frame = document.getElementById("field").getBoundingClientRect();
      const boxes = [...document.querySelectorAll("#graph .box")].map((box) => box.getBoundingClientRect());
      const { left, top } = boxes.find((box) => box.left > frame.left + 100 && box.top > frame.top && box.bottom < innerHeight);
      return [left, top];
    })()`)) as readonly [number, number];

    await page.mouse.move(x + 30, y + 10);
    await page.mouse.down();
    await page.mouse.move(x - 70, y + 10, { steps: 4 });
    await page.mouse.up();

    expect(Number(await scrolled()) - before).toBe(100);
    expect(await page.locator("#panel").isVisible()).toBe(false);
  });

  it.each(["light", "dark"] as const)("can be read when it is %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open(aRichSpec());

    const contrasts = await page.evaluate(`(() => {
      const parse = (text) => text.match(/[0-9.]+/g).slice(0, 3).map(Number);
      const light = (colour) => parse(colour).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
      const contrast = (one, other) => {
        const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
      };
      return [...document.querySelectorAll("#graph .node")].flatMap((node) => {
        const box = getComputedStyle(node.querySelector(".box")).fill;
        return [...node.querySelectorAll("text")].map((text) => contrast(getComputedStyle(text).fill, box));
      });
    })()`);

    expect(Math.min(...(contrasts as readonly number[]))).toBeGreaterThan(4.5);
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
