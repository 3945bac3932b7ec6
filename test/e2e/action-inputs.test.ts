import { beforeEach, describe, expect, it } from "@jest/globals";
import { type ActionResult, runBuiltAction } from "../../src/entry/demo/run-built-action.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { useBuiltAction } from "../support/use-built-action.ts";

const spec = aSpecText(["1.1", "Set up"], ["1.2", "Build the page", "1.1"]);
const repository = { default_branch: "main", full_name: "acme/shop" };
const permissions = { contents: "write", issues: "write", pull_requests: "write" } as const;

const shop = useBuiltAction();
let head: string;
beforeEach(() => {
  head = shop.sandbox.commitFiles("acme/shop", "main", { "spec.md": spec }, "spec");
});

/** A push of the spec, or another event on the default branch. */
function act(given: Readonly<Record<string, string>>, eventName = "push"): Promise<ActionResult> {
  const ref = "refs/heads/main";
  const payloads: Readonly<Record<string, object>> = {
    push: { repository, ref, before: "0".repeat(40), after: head },
    workflow_dispatch: { repository, ref },
  };
  return runBuiltAction({
    file: shop.product.action,
    node: process.execPath,
    apiUrl: shop.sandbox.url,
    repository: "acme/shop",
    eventName,
    payload: payloads[eventName] ?? {},
    at: { ref, sha: head },
    inputs: { token: "ci", spec: "**/spec.md", pace: "none", ...given },
  });
}

function listWriters(): readonly string[] {
  const writes = shop.sandbox.requests.filter(({ kind }) => kind === "write");
  return [...new Set(writes.map(({ login }) => login ?? ""))];
}

const titles = () => shop.sandbox.issues("acme/shop").map(({ title }) => title);

describe.each(["dry-run: true", "mode: plan"])("with `%s`", (input) => {
  it("a push says what it would write and writes nothing", async () => {
    const [name = "", value = ""] = input.split(": ");

    const { exitCode, summary, outputs } = await act({ [name]: value });

    expect(exitCode).toBe(0);
    expect(summary).toContain("**2 to add, 0 to change, 0 to close**");
    expect(summary).toContain("This was a dry run");
    expect(outputs).toMatch(/^added<<\S+\n2\n/m);
    expect(listWriters()).toEqual([]);
  });
});

it.each(["schedule", "workflow_dispatch"])("a run on %s applies what is there", async (name) => {
  const first = await act({}, name);
  const before = shop.sandbox.requests.length;
  const second = await act({ mode: "apply" }, name);

  expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
  expect(titles()).toHaveLength(3);
  expect(shop.sandbox.requests.slice(before).some(({ kind }) => kind === "write")).toBe(false);
});

describe("the input `config`", () => {
  it("names the settings", async () => {
    const settings = { "ci/plans.yml": "max_wave_size: 0\n" };
    head = shop.sandbox.commitFiles("acme/shop", "main", settings, "settings");

    const { exitCode, log } = await act({ config: "./ci/plans.yml" });

    expect(log).toContain("file=ci/plans.yml,line=1");
    expect(exitCode).toBe(5);
    expect(titles()).toEqual([]);
  });

  it("may not name what is not there", async () => {
    const { exitCode, log } = await act({ config: "ci/plans.yml" });

    expect(exitCode).toBe(1);
    expect(log).toContain("Cannot read the settings at ci/plans.yml: there is no such file");
  });
});

it.each([
  ["error", 0],
  ["warning", 5],
  ["never", 0],
])("with `fail-on: %s` a spec with a warning ends with %i", async (failOn, code) => {
  const odd = spec.replace("1.1", "1.1 ([ ] 1.7)").concat("\nThere are 5 tasks in all.\n");
  head = shop.sandbox.commitFiles("acme/shop", "main", { "spec.md": odd }, "spec");

  const { exitCode, log } = await act({ "fail-on": failOn, "dry-run": "true" });

  expect(log).toContain("::warning ");
  expect(exitCode).toBe(code);
});

it("with `fail-on: never` a spec with an error ends with 0 and is not applied", async () => {
  const cyclic = aSpecText(["1.1", "A", "1.2"], ["1.2", "B", "1.1"]);
  head = shop.sandbox.commitFiles("acme/shop", "main", { "spec.md": cyclic }, "spec");

  const { exitCode, outputs } = await act({ "fail-on": "never" });

  expect(exitCode).toBe(0);
  expect(outputs).toMatch(/^ok<<\S+\nfalse\n/m);
  expect(titles()).toEqual([]);
});

describe("an App's ID and key", () => {
  const give = (granted: Readonly<Record<string, "read" | "write">>) => {
    const app = shop.sandbox.createApp({ slug: "planner", permissions: granted, events: [] });
    return { app, given: { "app-id": String(app.id), "app-private-key": app.privateKey } };
  };

  it("stand in for the token", async () => {
    const { app, given } = give(permissions);
    shop.sandbox.installApp(app, ["acme/shop"]);

    const first = await act({ ...given, token: "" });
    const second = await act({ ...given, token: "" });

    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(titles()).toHaveLength(3);
    expect(listWriters()).toEqual(["planner (app)", "planner[bot]"]); // the first makes the token
  });

  it("end the run before its first write where a permission is missing", async () => {
    const { app, given } = give({ ...permissions, issues: "read" });
    shop.sandbox.installApp(app, ["acme/shop"]);

    const { exitCode, log } = await act(given);

    expect(exitCode).toBe(10);
    expect(log).toContain('grant it "issues: write"');
    expect(log).not.toContain("contents: write");
  });

  it("say so where the App is not installed", async () => {
    const { exitCode, log } = await act(give(permissions).given);

    expect(exitCode).toBe(10);
    expect(log).toContain("in acme/shop: GitHub answered 404");
  });

  it.each([
    [{ "app-private-key": "none" }, 1, "Cannot act as an App"],
    [{ "app-id": "1", "app-private-key": "secret words" }, 1, "it is no private key in PEM form"],
  ])("end with a mend where they are wrong", async (given, code, words) => {
    const { exitCode, log } = await act(given);

    expect(exitCode).toBe(code);
    expect(log).toContain(words);
    expect(log).not.toContain("secret words");
  });
});

it("takes its board before that of the settings", async () => {
  const { exitCode, log } = await act({ board: "77" });

  expect(exitCode).not.toBe(0);
  expect(log).toContain("77");
});

it.each([
  ["mode", "all", "auto, plan, apply or write-back"],
  ["dry-run", "maybe", "false or true"],
  ["fail-on", "note", "error, warning or never"],
  ["wait-budget", "long", "a whole number"],
])("refuses `%s: %s` with what it may be", async (name, value, words) => {
  const { exitCode, log } = await act({ [name]: value });

  expect(exitCode).toBe(1);
  expect(log).toContain(words);
});
