import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Issue } from "../../src/sandbox/state/records.ts";
import { aSpecText, type TaskLine } from "../support/a-spec-text.ts";
import { actAsPerson } from "../support/act-as-person.ts";
import { type HttpShop, startHttpShop } from "../support/apply-over-http.ts";
import { changeTasks } from "../support/change-tasks.ts";

const kinds = [
  ...([
    "write above",
    "write below",
    "label",
    "assign",
    "link",
    "unlink",
    "tick",
    "close",
  ] as const),
  ...(["reopen", "copy", "break the block"] as const),
  ...(["reword", "depend", "drop", "add", "apply"] as const),
] as const;

/** What a person or a new version of the spec does; the numbers pick issues, words and tasks. */
type Act = readonly [kind: (typeof kinds)[number], which: number, other: number];

const act = fc.tuple(fc.constantFrom(...kinds), fc.nat(30), fc.nat(30)) as fc.Arbitrary<Act>;

/** A repository on the sandbox with its spec, and what people left there, to be found again at the end. */
class Story {
  readonly lines = new Map<number, string[]>();
  readonly labels = new Map<number, string>();
  readonly links: (readonly [blocked: number, blocking: number])[] = [];
  tasks: TaskLine[] = [
    ["1.1", "Set up"],
    ["1.2", "Build the page", "1.1"],
    ["1.3", "Show it", "1.2"],
  ];
  readonly #shop: HttpShop;
  #words = 0;

  constructor(shop: HttpShop) {
    this.#shop = shop;
  }

  async apply(): Promise<void> {
    this.#shop.push(aSpecText(...this.tasks));
    const { failures } = await this.#shop.apply();
    expect(failures).toEqual([]);
  }

  issues(): readonly Issue[] {
    return this.#shop.sandbox.issues("acme/shop");
  }

  async take([kind, which, other]: Act): Promise<void> {
    const all = this.issues();
    const issue = all[which % all.length];
    const second = all[other % all.length];
    if (issue === undefined || second === undefined) return;
    const { number, body } = issue;
    const text = body ?? "";
    const word = `people wrote ${++this.#words}`;
    switch (kind) {
      case "write above":
        return this.#write(number, word, `${word}\n\n${text}`);
      case "write below":
        return this.#write(number, word, `${text}\r\n${word}`);
      case "break the block":
        if (!text.includes("<!-- keysteps:end -->")) return;
        return this.#write(number, word, text.replace("<!-- keysteps:end -->", word));
      case "tick":
        return this.#patch(number, { body: text.replaceAll("- [ ]", "- [x]") });
      case "close":
        return this.#patch(number, { state: "closed" });
      case "reopen":
        return this.#patch(number, { state: "open" });
      case "label":
        this.labels.set(number, `people-${which}`);
        return this.#act("POST", `issues/${number}/labels`, { labels: [`people-${which}`] });
      case "assign":
        return this.#act("POST", `issues/${number}/assignees`, { assignees: ["mona"] });
      case "copy":
        return this.#act("POST", "issues", { title: word, body: text });
      case "link":
        return this.#link(issue, second);
      case "unlink":
        return this.#unlink(issue, second);
      default:
        this.tasks = changeTasks(this.tasks, { kind, which, other, extra: this.#words });
        if (kind === "apply") await this.apply();
    }
  }

  async #link(blocked: Issue, blocking: Issue): Promise<void> {
    if (blocked === blocking || this.#isLinked(blocked, blocking)) return;
    this.links.push([blocked.number, blocking.number]);
    await this.#act("POST", `issues/${blocked.number}/dependencies/blocked_by`, {
      issue_id: blocking.id,
    });
  }

  async #unlink(blocked: Issue, blocking: Issue): Promise<void> {
    if (!this.#isLinked(blocked, blocking)) return;
    const at = this.links.findIndex(
      ([one, two]) => one === blocked.number && two === blocking.number,
    );
    if (at >= 0) this.links.splice(at, 1);
    await this.#act("DELETE", `issues/${blocked.number}/dependencies/blocked_by/${blocking.id}`);
  }

  #isLinked(blocked: Issue, blocking: Issue): boolean {
    return this.#shop.sandbox.blockersOf("acme/shop", blocked.number).includes(blocking.number);
  }

  #write(number: number, line: string, body: string): Promise<void> {
    this.lines.set(number, [...(this.lines.get(number) ?? []), line]);
    return this.#patch(number, { body });
  }

  #patch(number: number, changes: object): Promise<void> {
    return this.#act("PATCH", `issues/${number}`, changes);
  }

  #act(method: "PATCH" | "POST" | "DELETE", path: string, body?: object): Promise<void> {
    return actAsPerson(this.#shop.sandbox, method, path, body);
  }
}

describe("whatever people do between applies, over HTTP", () => {
  it("nothing they wrote is lost, and what is ours comes to what the spec says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16 }), async (acts) => {
        const shop = await startHttpShop();
        const { sandbox } = shop;
        const story = new Story(shop);
        await story.apply();
        for (const one of acts) await story.take(one);

        await story.apply();
        const { writes } = sandbox.counts();
        await shop.apply();
        await sandbox.close();

        expect({ writes: sandbox.counts().writes - writes, ours: sandbox.faultsOfOurs }).toEqual({
          writes: 0,
          ours: [],
        });
        const after = new Map(story.issues().map((issue) => [issue.number, issue]));
        for (const [number, lines] of story.lines) {
          for (const line of lines) expect(after.get(number)?.body).toContain(line);
        }
        for (const [number, label] of story.labels) {
          expect(after.get(number)?.labels.map(({ name }) => name)).toContain(label);
        }
        for (const [blocked, blocking] of story.links) {
          expect(sandbox.blockersOf("acme/shop", blocked)).toContain(blocking);
        }
        for (const [id, title] of story.tasks) {
          const found = [...after.values()].filter((issue) => issue.title === `${id}: ${title}`);
          expect({ id, count: found.length }).toEqual({ id, count: 1 });
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});
