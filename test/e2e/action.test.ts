import { cpSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type ActionResult, runBuiltAction } from "../../src/entry/demo/run-built-action.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { aTemporaryFolder } from "../support/a-temporary-folder.ts";
import { findNodes } from "../support/find-nodes.ts";
import { useBuiltAction } from "../support/use-built-action.ts";

const spec = aSpecText(
  ["1.1", "Set up"],
  ["1.2", "Run the orders migration", "1.1"],
  ["1.3", "Build the page", "1.1"],
);
const repository = { default_branch: "main", full_name: "acme/shop" };
const inputs = { token: "ci", spec: "**/spec.md", pace: "none" };

const shop = useBuiltAction();

/** Each is an attempt of one workflow run. */
let attempts = 0;

function act(
  eventName: string,
  payload: object,
  node = process.execPath,
  given: Readonly<Record<string, string>> = inputs,
  file = shop.product.action,
): Promise<ActionResult> {
  return runBuiltAction({
    attempt: ++attempts,
    file,
    node: resolve(node),
    apiUrl: shop.sandbox.url,
    repository: "acme/shop",
    eventName,
    payload: { repository, ...payload },
    inputs: given,
  });
}

function countWrites(): number {
  return shop.sandbox.requests.filter(
    ({ login, kind }) => login === "github-actions[bot]" && kind === "write",
  ).length;
}

function listWrites(): readonly (string | undefined)[] {
  return shop.sandbox.requests
    .filter(({ login, kind }) => login === "github-actions[bot]" && kind === "write")
    .map(({ operationId }) => operationId);
}

/** A pull request with the spec, as the event tells of it. */
async function openPull(from = "acme/shop", text = spec) {
  const head = shop.sandbox.commitFiles("acme/shop", "topic", { "spec.md": text }, "spec");
  const response = await fetch(`${shop.sandbox.url}/repos/acme/shop/pulls`, {
    method: "POST",
    headers: { authorization: "Bearer robin", "content-type": "application/json" },
    body: JSON.stringify({ title: "Spec", head: "topic", base: "main" }),
  });
  const { number } = (await response.json()) as { number: number };
  const pull = { number, head: { sha: head, repo: { full_name: from } }, base: { ref: "main" } };
  return { number, event: { action: "opened", number, pull_request: pull } };
}

/** The first comment of a pull request. */
async function readComment(number: number): Promise<string> {
  const response = await fetch(`${shop.sandbox.url}/repos/acme/shop/issues/${number}/comments`, {
    headers: { authorization: "Bearer robin" },
  });
  const [comment] = (await response.json()) as { body: string }[];
  return comment?.body ?? "";
}

function push(text = spec) {
  const before = "0".repeat(40);
  const after = shop.sandbox.commitFiles("acme/shop", "main", { "spec.md": text }, "spec");
  return { ref: "refs/heads/main", before, after };
}

describe.each(findNodes())("the built Action under %s", (node) => {
  it("shows the plan in one comment and writes nothing else", async () => {
    const { event } = await openPull();

    const first = await act("pull_request", event, node);

    expect(first.log).toMatch(/^› spec\.md: PLAN-[0-9a-f]{8}, 3 tasks\n$/);
    expect(first.exitCode).toBe(0);
    expect(listWrites()).toEqual(["issues/create-comment"]);
    expect(first.summary).toContain("**3 to add, 0 to change, 0 to close**");
    expect(first.outputs).toMatch(/^added<<ghadelimiter_[\w-]+\n3\n/m);
  });

  it("makes the issues on push, and nothing on the second run", async () => {
    const event = push();

    const first = await act("push", event, node);
    const writes = countWrites();
    const second = await act("push", event, node);

    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(shop.sandbox.issues("acme/shop").map(({ title }) => title)).toEqual([
      "Plan: A small thing",
      "1.1: Set up",
      "1.2: Run the orders migration",
      "1.3: Build the page",
    ]);
    expect(shop.sandbox.blockersOf("acme/shop", 3)).toEqual([2]);
    expect(
      shop.sandbox.readFile("acme/shop", "plans/spec-3f2ba3f1/record.json", "keysteps") ?? "",
    ).toBeDefined();
    expect(countWrites()).toBe(writes);
  });
});

describe("the built Action", () => {
  it("looks at TypeScript without native parsers, and says what it left out", async () => {
    const code = await aTemporaryFolder();
    writeFileSync(join(code, "store.ts"), "export class Store {}");
    writeFileSync(join(code, "pay.py"), "class Pay: ...");
    const given = { ...inputs, "codebase-path": code };
    // A runner has the built files and no packages beside them.
    const folder = join(await aTemporaryFolder(), "action");
    cpSync(dirname(shop.product.action), folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    const alone = join(folder, "main.js");

    const { exitCode, log } = await act("push", push(), process.execPath, given, alone);

    expect(exitCode).toBe(0);
    expect(log).toContain(
      "1 TypeScript file parsed; 1 file left out: no parser for Python on this machine",
    );
  });

  it("updates its one comment in place", async () => {
    const { event } = await openPull();
    await act("pull_request", event);
    const head = shop.sandbox.commitFiles(
      "acme/shop",
      "topic",
      { "spec.md": `${spec}- [ ] **Task 1.4**: Tell people\n` },
      "more",
    );
    const pull = { ...event.pull_request, head: { ...event.pull_request.head, sha: head } };

    const again = await act("pull_request", { ...event, pull_request: pull });
    const same = await act("pull_request", { ...event, pull_request: pull });

    expect(again.summary).toContain("**4 to add");
    expect(same.exitCode).toBe(0);
    expect(listWrites()).toEqual(["issues/create-comment", "issues/update-comment"]);
  });

  it("writes nothing for a pull request from a fork, and says so", async () => {
    const { event } = await openPull("mallory/shop");

    const { exitCode, log, summary } = await act("pull_request", event);

    expect(exitCode).toBe(0);
    expect(log).toContain("comes from a fork");
    expect(summary).toContain("3 to add");
    expect(listWrites()).toEqual([]);
  });

  it("annotates the lines of a spec with errors, and fails the job without writing an issue", async () => {
    const event = push(aSpecText(["1.1", "A", "1.2"], ["1.2", "B", "1.1"]));

    const { exitCode, log, summary } = await act("push", event);

    expect(exitCode).toBe(3);
    expect(log).toMatch(/^::error title=KS201,file=spec\.md,line=\d+,col=\d+::/m);
    expect(summary).toContain("Not applied");
    expect(listWrites()).toEqual([]);
  });

  it.each([
    ["issue_comment", {}, "does nothing on issue_comment"],
    ["push", { ref: "refs/heads/topic", before: "0", after: "1" }, "is not the default branch"],
  ])("does nothing on %s it has no part in, and says why", async (eventName, payload, reason) => {
    const { exitCode, log } = await act(eventName, payload);

    expect(exitCode).toBe(0);
    expect(log).toContain(reason);
    expect(shop.sandbox.requests).toEqual([]);
  });

  it.each([
    ["no token", { ...inputs, token: "" }, 1, "Cannot run without a token"],
    ["an unknown token", { ...inputs, token: "nobody" }, 10, "401"],
    ["a pace there is not", { ...inputs, pace: "fast" }, 1, "must be github or none"],
  ])("ends with a mend and without a trace on %s", async (_, given, code, words) => {
    const { exitCode, log } = await act("push", push(), process.execPath, given);

    expect(exitCode).toBe(code);
    expect(log).toContain(words);
    expect(log).not.toMatch(/\n\s+at /);
  });

  it.each([500, 418])("shows no token where a server answers %i and repeats it", async (status) => {
    const secret = `ghs_${"a1B2".repeat(9)}`;
    const message = `cannot serve ${secret}`;
    const times = Number.POSITIVE_INFINITY;
    shop.sandbox.faults.add({ kind: "error-before", when: () => true, times, status, message });

    const given = { ...inputs, token: secret };
    const { exitCode, log, summary } = await act("push", push(), process.execPath, given);

    expect(exitCode).toBeGreaterThan(0);
    expect(log).toContain("[REDACTED]");
    expect(`${log}${summary}`).not.toContain(secret.slice(4, 20));
  });

  it("names the permission that a token lacks", async () => {
    shop.sandbox.addToken("weak", {
      login: "github-actions[bot]",
      kind: "integration",
      permissions: { issues: "read" },
    });

    const { exitCode, log } = await act("push", push(), process.execPath, {
      ...inputs,
      token: "weak",
    });

    expect(exitCode).toBe(10);
    expect(log).toContain("issues: write");
  });

  it("prints no text of a spec or a file's name as a command of the runner", async () => {
    const spec = aSpecText(["1.1", "Say ##[add-mask]e and ::set-output name=a::b"]);
    const after = shop.sandbox.commitFiles(
      "acme/shop",
      "main",
      { "::warning::x/spec.md": spec },
      "spec",
    );
    const event = { ref: "refs/heads/main", before: "0".repeat(40), after };

    const { exitCode, log } = await act("push", event);

    expect(exitCode).toBe(0);
    expect(log).toContain("Say ## [add-mask]e");
    expect(log).not.toMatch(/^::|##\[/m);
  });

  it("writes back what was closed, by a pull request, once", async () => {
    const settings = { ".github/keysteps.yml": "writeback: pr\n" };
    shop.sandbox.commitFiles("acme/shop", "main", settings, "settings");
    await act("push", push());
    await fetch(`${shop.sandbox.url}/repos/acme/shop/issues/2`, {
      method: "PATCH",
      headers: { authorization: "Bearer robin", "content-type": "application/json" },
      body: JSON.stringify({ state: "closed" }),
    });

    const opened = await act("issues", { action: "labeled" });
    const first = await act("issues", { action: "closed" });
    const writes = countWrites();
    const second = await act("issues", { action: "closed" });

    expect([opened.exitCode, first.exitCode, second.exitCode]).toEqual([0, 0, 0]);
    expect(opened.log).toContain("changes no spec");
    expect(first.log).toContain("opened pull request #5");
    expect(shop.sandbox.readFile("acme/shop", "spec.md", "keysteps/progress")).toBe(
      spec.replace("- [ ] **Task 1.1**", "- [x] **Task 1.1**"),
    );
    expect(countWrites()).toBe(writes);
  });

  it("marks a plan as stale once another has changed the same issues, until it is planned again", async () => {
    const { number, event } = await openPull();
    const other = aSpecText(["7.1", "Tell people"]);
    const applied = push(other);
    await act("pull_request", event);
    const fresh = await readComment(number);

    const moved = await act("push", applied);
    const stale = await readComment(number);
    await act("push", applied);
    const again = await act("pull_request", event);

    expect(moved.log).toContain(`marked the plan on #${number} as stale`);
    expect(stale).toContain("This plan is stale: `main` has moved on");
    expect(stale.replace(/\n> .*\n> .*\n/, "")).toBe(fresh);
    expect(again.exitCode).toBe(0);
    expect(await readComment(number)).not.toContain("stale");
    expect(listWrites().filter((id) => id === "issues/update-comment")).toHaveLength(2);
  });

  it("applies where the token may not touch pull requests, and says what it left", async () => {
    const { event } = await openPull();
    await act("pull_request", event);
    const isTouch = ({ operationId }: { operationId?: string | undefined }) =>
      operationId === "issues/update-comment";
    const message = "Resource not accessible by integration";
    shop.sandbox.faults.add({
      kind: "error-before",
      when: isTouch,
      times: 1,
      status: 403,
      message,
    });

    // Not the very commit of the pull request, which would count as merged.
    const { exitCode, log } = await act("push", push(`${spec}- [ ] **Task 1.4**: Tell people\n`));

    expect(exitCode).toBe(0);
    expect(log).toContain("plans on open pull requests are not marked as stale");
    expect(log).toContain("pull-requests: write");
  });

  it("goes on where a run was cut short, with nothing twice", async () => {
    const event = push();
    shop.sandbox.faults.add({ kind: "error-after", when: { nthWrite: 12 } });

    const first = await act("push", event);
    const second = await act("push", event);

    expect([first.exitCode, second.exitCode]).toEqual([11, 0]);
    const titles = shop.sandbox.issues("acme/shop").map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toHaveLength(4);
  });
});
