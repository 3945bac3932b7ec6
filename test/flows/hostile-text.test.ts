import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { renderPlanComment } from "../../src/core/board/render-plan-comment.ts";
import { splitManagedBlock } from "../../src/core/text/split-managed-block.ts";
import { applyText } from "../support/apply-text.ts";
import { FakeGitHub } from "../support/fake-github.ts";

/** What would do something on GitHub, in a reader's browser or on a terminal if it came through as it is. */
const hostile = [
  "@octocat",
  "@acme/owners",
  "closes #1",
  "Fixes acme/shop#12",
  "resolves GH-7",
  "fix https://github.com/acme/shop/issues/3",
  "-->",
  "<!-- keysteps:end -->",
  "<!-- keysteps:begin task PLAN-00000000 P1.T001 -->",
  "<!-- keysteps:links P1.T999 -->",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "</details></sub>",
  "[click](javascript:alert(1))",
  "[a]: javascript:alert(1)",
  "![p](https://evil.example/p.png)",
  "<https://evil.example>",
  "www.evil.example",
  "https://evil.example/x",
  "| cell | cell |",
  "```mermaid",
  "`code`",
  '"] --> x; click n0 "javascript:alert(1)"',
  "%%{init: {}}%%",
  "\u202egnp.exe\u202c",
  "pay\u200bpal",
  "\u2066left\u2069",
  "\u{e0068}\u{e0069}",
  "\u001b[31mred\u0007",
  "::set-output name=a::b",
  "##[add-mask]e",
  "&#64;octocat &lt;b&gt;",
  "$(rm -rf /)",
  "*bold* _it_ ~~no~~ **",
  "x".repeat(300),
] as const;

/** A spec that says it everywhere: title, phase, tasks, dependencies, criteria, notes, files, resources. */
function aHostileSpec(words: readonly string[]): string {
  const say = (index: number) => (words[index % words.length] ?? "").replace(/\n/g, " ");
  return [
    `# Tasks: ${say(0)}`,
    "",
    `## Phase 1: ${say(1)}`,
    "",
    `- [ ] **Task 1.1**: Build ${say(2)}`,
    `  - **Description**: ${say(3)}`,
    `  - **Files**: \`src/${say(4).replaceAll("`", "")}.ts\``,
    `  - **Done when**: ${say(5)}`,
    `  - **Notes**: ${say(6)}`,
    `  - **Validation**: \`npm test ${say(7).replaceAll("`", "")}\``,
    `- [ ] **Task 1.2**: Run the orders migration ${say(8)}`,
    `  - **Depends on**: Task 1.1 (${say(9)}), ${say(10)}`,
    `- [ ] **Task 1.3**: Ship ${say(11)}`,
    "",
    say(12),
    "",
  ].join("\n");
}

const parser = remark().use(remarkGfm);

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function list(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(list)];
}

const ownHtml =
  /^(?:<!-- keysteps:(?:begin|links|end|plan-comment|plans)[^<>]* -->|<\/?(?:sub|details|summary|br)(?: open)?>|\s)*$/;

/** Nothing in the text is markup, a link, a mention or a command of a person's; `#n` only where we say it. */
function expectInert(text: string, { numbers = [] as readonly number[] } = {}): void {
  const nodes = list(parser.parse(text) as Node);
  for (const { type, url = "" } of nodes) {
    expect(type).not.toMatch(/^(?:image|imageReference|definition|linkReference)$/);
    if (type === "link") expect(url).toMatch(/^https:\/\/github\.com\/octo\/shop\/blob\//);
  }
  for (const { type, value = "" } of nodes) {
    if (type !== "html") continue;
    const tags = value.match(/<!--.*?-->|<[^>]*>/gs) ?? [];
    for (const tag of tags) expect(tag).toMatch(ownHtml);
  }
  const prose = nodes.filter(({ type }) => type === "text").map(({ value = "" }) => value);
  for (const words of prose) {
    expect(words).not.toMatch(/(?:^|[^\p{L}\p{N}_`])@[\p{L}\p{N}]/u);
    expect(words).not.toMatch(/\bGH-\d|:\/\/\w|\bwww\.\w/i);
    for (const [, number] of words.matchAll(/#(\d+)/g)) expect(numbers).toContain(Number(number));
  }
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007\u001b\u{e0000}-\u{e007f}]/u);
}

async function expectHarmless(words: readonly string[], path = "specs/small.md"): Promise<void> {
  const github = new FakeGitHub();
  const spec = aHostileSpec(words);
  const proposed = await applyText(github, spec, { isDryRun: true, path });
  const comment = renderPlanComment([proposed]);
  const graphs = [...comment.matchAll(/```mermaid\n(.*?)\n```/gs)].map(([, text = ""]) => text);
  expectInert(comment.replace(/```mermaid\n.*?\n```/gs, ""));
  for (const line of graphs.flatMap((graph) => graph.split("\n"))) {
    expect(line).toMatch(
      /^(?:flowchart (?:LR|TD)| {2}subgraph w\d+\["Wave \d+"\]| {4}n\d+\["[\p{L}\p{N} .,:/_…-]*"\]| {2}end| {2}n\d+ --> n\d+| {2}classDef turn [\w#:,-]+| {2}class [n\d,]+ turn|[\p{L}\p{N} .,:;%/_…›-]*)$/u,
    );
  }

  await applyText(github, spec, { path });

  const issues = github.issues.all();
  const numbers = issues.map(({ number }) => number);
  for (const { title, body, labels } of issues) {
    expect([...title].length).toBeLessThanOrEqual(256);
    expect(title).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(body.length).toBeLessThan(65_536);
    expect(body.match(/^<!-- keysteps:begin/gm)).toHaveLength(1);
    expect(body.match(/^<!-- keysteps:end/gm)).toHaveLength(1);
    expect(splitManagedBlock(body)).toMatchObject({ before: "", after: "", block: body });
    expectInert(body, { numbers: title.startsWith("Plan:") ? numbers : [] });
    for (const label of labels) expect(label).toMatch(/^[\w:.-]{1,50}$/);
  }
  const settled = github.writes.length;
  await applyText(github, spec, { path });
  expect(github.writes.slice(settled)).toEqual([]);
}

describe("hostile text in a spec", () => {
  it.each(hostile.map((text) => [text.slice(0, 60), text] as const))(
    "%j is inert in titles, bodies, the plan comment and its graph",
    async (_, text) => {
      await expectHarmless([text, `${text} and more`, `before ${text}`]);
    },
  );

  it("is inert in any mixture", async () => {
    const piece = fc.constantFrom(...hostile, " ", "word", "1.", "- ", "> ", "# ", "\\");
    const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 13 }), async (all) => {
        await expectHarmless(all).catch((error: unknown) => {
          if (!isRefused(error)) throw error;
        });
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it.each([
    "specs/a) [x](javascript:alert(1)) @octocat #1.md",
    "specs/<!-- x -->.md",
    "specs/closes #1 `code` | cell.md",
    "specs/\u202egnp\u200b.md",
  ])("is inert in the path %j too", async (path) => {
    await expectHarmless(["Set up", "Build"], path);
  });

  it("of 100 kB in a title ends in titles and bodies that GitHub takes", async () => {
    await expectHarmless(["long ".repeat(20_000), "Set up"]);
  }, 60_000);
});

/** A spec that is not ok has no issues to look at. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && error.message.includes("not ok");
}

describe("hostile text that people write on issues", () => {
  it("is inert in the plan comment and keeps its place", async () => {
    const github = new FakeGitHub();
    const spec = aHostileSpec(["Set up", "Build"]);
    await applyText(github, spec);
    const first = github.issues.all().find(({ title }) => title.startsWith("1.1"));
    const title = "closes #1 @octocat <img src=x> [a](javascript:x) \u202e";
    github.issues.edit(first?.number ?? 0, { title, state: "closed" });
    const reworded = spec.replace("**Description**: Build", "**Description**: Build all");

    const proposed = await applyText(github, reworded, { isDryRun: true });

    expect(proposed.summary?.flags.map(({ kind }) => kind)).toEqual(["changed", "retitled"]);
    const [text = ""] = renderPlanComment([proposed]).split("```mermaid");
    expectInert(text.replace(/\\#|#(?=&#8203;)/g, ""));
  });
});
