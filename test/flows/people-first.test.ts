import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { ObservedIssue } from "../../src/core/model/issue.ts";
import { splitManagedBlock } from "../../src/core/text/split-managed-block.ts";
import { aSpecText, type TaskLine } from "../support/a-spec-text.ts";
import { applyText } from "../support/apply-text.ts";
import { changeTasks } from "../support/change-tasks.ts";
import { FakeGitHub } from "../support/fake-github.ts";

/** What a person or a new version of the spec does; the numbers pick issues, words and tasks. */
type Act = readonly [kind: (typeof kinds)[number], which: number, other: number];

const kinds = [
  ...(["write above", "write below", "label", "assign", "link", "unlink", "tick"] as const),
  ...(["close", "reopen", "open one's own", "break the block", "retitle"] as const),
  ...(["reword", "depend", "drop", "add", "apply"] as const),
] as const;

const act = fc.tuple(fc.constantFrom(...kinds), fc.nat(30), fc.nat(30)) as fc.Arbitrary<Act>;

/** A repository with its spec, and what people left there, to be found again at the end. */
class Story {
  readonly github = new FakeGitHub();
  readonly lines = new Map<number, string[]>();
  readonly labels = new Map<number, string>();
  readonly links: (readonly [blocked: number, blocking: number])[] = [];
  tasks: TaskLine[] = [
    ["1.1", "Set up"],
    ["1.2", "Build the page", "1.1"],
    ["1.3", "Write the words", "1.1"],
    ["1.4", "Show it", "1.2", "1.3"],
  ];
  #words = 0;

  apply() {
    return applyText(this.github, aSpecText(...this.tasks));
  }

  async take([kind, which, other]: Act): Promise<void> {
    const issues = this.github.issues.all();
    const issue = issues[which % issues.length];
    const second = issues[other % issues.length];
    if (issue === undefined || second === undefined) return;
    const { number, body } = issue;
    const edit = this.github.issues.edit.bind(this.github.issues);
    const word = `people wrote ${++this.#words}`;
    switch (kind) {
      case "write above":
        this.#note(number, word);
        return edit(number, { body: `${word}\n\n${body}` });
      case "write below":
        this.#note(number, word);
        return edit(number, { body: `${body}\r\n${word}` });
      case "break the block":
        if (!body.includes("<!-- keysteps:end -->")) return;
        this.#note(number, word);
        return edit(number, { body: body.replace("<!-- keysteps:end -->", word) });
      case "label":
        this.labels.set(number, `people-${which}`);
        return edit(number, { labels: [...issue.labels, `people-${which}`] });
      case "assign":
        return edit(number, { assignees: ["mona"] });
      case "tick":
        return edit(number, { body: body.replaceAll("- [ ]", "- [x]") });
      case "retitle":
        return edit(number, { title: word });
      case "close":
        return edit(number, { state: "closed" });
      case "reopen":
        return edit(number, { state: "open" });
      case "open one's own":
        this.github.issues.open("mona", { title: word, body, labels: [] });
        return;
      case "link":
        if (number === second.number || issue.blockedBy.includes(second.databaseId)) return;
        this.links.push([number, second.number]);
        return this.github.issues.link(number, second.number);
      case "unlink":
        return this.#unlink(issue, second);
      default:
        this.tasks = changeTasks(this.tasks, { kind, which, other, extra: this.#words });
        if (kind === "apply") await this.apply();
    }
  }

  #unlink(blocked: ObservedIssue, blocking: ObservedIssue): void {
    this.github.issues.unlink(blocked.number, blocking.number);
    const at = this.links.findIndex(([a, b]) => a === blocked.number && b === blocking.number);
    if (at >= 0) this.links.splice(at, 1);
  }

  #note(number: number, line: string): void {
    this.lines.set(number, [...(this.lines.get(number) ?? []), line]);
  }
}

describe("whatever people do between applies", () => {
  it("nothing they wrote is lost, and what is ours comes to what the spec says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const story = new Story();
        await story.apply();
        for (const one of acts) await story.take(one);

        await story.apply();

        const after = new Map(story.github.issues.all().map((issue) => [issue.number, issue]));
        for (const [number, lines] of story.lines) {
          for (const line of lines) expect(after.get(number)?.body).toContain(line);
        }
        for (const [number, label] of story.labels) {
          expect(after.get(number)?.labels).toContain(label);
        }
        for (const [blocked, blocking] of story.links) {
          expect(after.get(blocked)?.blockedBy).toContain(after.get(blocking)?.databaseId);
        }
        const settled = story.github.writes.length;
        await story.apply();
        expect(story.github.writes.slice(settled)).toEqual([]);
        expectTrue(story);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  }, 120_000);
});

/** Each task of the spec has one issue whose block is ours, and of which no box was unticked. */
function expectTrue({ github, tasks }: Story): void {
  const ours = github.issues.all().filter(({ authorLogin }) => authorLogin !== "mona");
  for (const [id, title] of tasks) {
    const found = ours.filter((issue) => issue.title === `${id}: ${title}`);
    expect({ id, count: found.length }).toEqual({ id, count: 1 });
    expect(splitManagedBlock(found[0]?.body ?? "").block).toContain("Keysteps keeps this block");
  }
}
