import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { type Browser, chromium } from "playwright-core";
import { renderApplySummary } from "../src/core/board/render-apply-summary.ts";
import { renderPlanComment } from "../src/core/board/render-plan-comment.ts";
import { showPlan } from "../src/flows/show-plan.ts";
import { chromiumFlags, findChromium } from "../test/support/find-chromium.ts";
import { proposalOf } from "../test/support/proposal-of.ts";
import { sha256 } from "../test/support/sha256.ts";
import { makeProjectSpec } from "./bench/make-project-spec.ts";

const sizes = [10, 80, 500];
const width = 1_000;
const maxHeight = 1_600;
const mermaid = createRequire(import.meta.url).resolve("@mermaid-js/tiny");
const markdown = new MarkdownIt({ html: true });

/** Looks enough like a comment on GitHub to judge whether it can be read there. */
const style = `
  body { font: 14px/1.5 system-ui, sans-serif; color: #1f2328; margin: 16px; }
  h2, h3 { border-bottom: 1px solid #d1d9e0b3; padding-bottom: 4px; }
  table { border-collapse: collapse; } td, th { border: 1px solid #d1d9e0; padding: 4px 10px; text-align: left; }
  code { background: #818b981f; border-radius: 6px; padding: 2px 5px; font-size: 85%; }
  sub { color: #59636e; } blockquote { border-left: 4px solid #d1d9e0; margin: 0; padding-left: 12px; }`;

/**
 * Takes the pictures of docs/pictures: the comment on a pull request, the summary of an apply and the page
 * of `tasks show-plan --html`, for plans of three sizes.
 *
 * @returns 1 where there is no Chromium.
 */
export async function run(): Promise<number> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.error("Cannot take pictures: no Chromium here; set CHROMIUM_PATH to one");
    return 1;
  }
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const folder = join("docs", "pictures");
  mkdirSync(folder, { recursive: true });
  for (const size of sizes) {
    const proposal = proposalOf(makeProjectSpec(size), { path: "specs/shop.md" });
    const shown = showPlan(proposal.artifacts, { hash: sha256 });
    if (!("lines" in shown)) throw new Error("the plan cannot be read");
    const texts = {
      comment: renderPlanComment([proposal]),
      summary: renderApplySummary([{ ...proposal, trackingNumber: 2 }]),
    };
    for (const [name, text] of Object.entries(texts)) {
      console.log(`${name}-${size}: ${text.length} characters`);
      await take(browser, toPage(text), join(folder, `${name}-${size}.png`));
    }
    await take(browser, shown.toPage(), join(folder, `page-${size}.png`), 900);
  }
  await browser.close();
  return 0;
}

function toPage(text: string): string {
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${markdown.render(text)}`;
}

/** @param leastHeight Of the window, in pixels: the page of a plan fits its graph into it. */
async function take(
  browser: Browser,
  html: string,
  path: string,
  leastHeight = 100,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: leastHeight } });
  await page.setContent(html);
  if (html.includes("language-mermaid")) {
    await page.addScriptTag({ content: readFileSync(mermaid, "utf8") });
    await page.evaluate(
      "for (const chart of document.querySelectorAll('.language-mermaid')) chart.closest('details').open = true",
    );
    await page.evaluate(
      "mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' }); mermaid.run({ querySelector: '.language-mermaid' })",
    );
  }
  const whole: number = await page.evaluate("document.documentElement.scrollHeight");
  const height = Math.min(whole, maxHeight);
  writeFileSync(
    path,
    await page.screenshot({ clip: { x: 0, y: 0, width, height }, fullPage: true }),
  );
  await page.close();
}
