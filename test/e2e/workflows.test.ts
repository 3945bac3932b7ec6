import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { runBuiltAction } from "../../src/entry/demo/run-built-action.ts";
import { aSpecText } from "../support/a-spec-text.ts";
import { useBuiltAction } from "../support/use-built-action.ts";

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, "read" | "write">>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
}

const folder = "examples/workflows";
const action = parse(readFileSync("action.yml", "utf8"));
const repository = { default_branch: "main", full_name: "acme/shop" };
const spec = aSpecText(["1.1", "Set up"], ["1.2", "Build the page", "1.1"]);
const bot = "github-actions[bot]";
const runs = readdirSync(folder).flatMap((name) => {
  const workflow: Workflow = parse(readFileSync(join(folder, name), "utf8"));
  return Object.keys(workflow.on).map((event) => [name, event, workflow] as const);
});

const shop = useBuiltAction();

/** A pull request with a spec where the workflow looks for it, from a fork if that is whom it is for. */
async function openPull(path: string, isFromFork: boolean): Promise<object> {
  const sha = shop.sandbox.commitFiles("acme/shop", "topic", { [path]: spec }, "spec");
  const response = await fetch(`${shop.sandbox.url}/repos/acme/shop/pulls`, {
    method: "POST",
    headers: { authorization: "Bearer robin", "content-type": "application/json" },
    body: JSON.stringify({ title: "Spec", head: "topic", base: "main" }),
  });
  const { number } = (await response.json()) as { number: number };
  const repo = { full_name: isFromFork ? "mallory/shop" : "acme/shop" };
  const pull = { number, head: { sha, repo }, base: { ref: "main" } };
  return { action: "opened", number, pull_request: pull };
}

function push(path: string): object {
  const after = shop.sandbox.commitFiles("acme/shop", "main", { [path]: spec }, "spec");
  return { ref: "refs/heads/main", before: "0".repeat(40), after };
}

describe("the ready workflows", () => {
  it.each(runs)(
    "%s does its work on %s with the permissions it gives",
    async (name, event, workflow) => {
      const [{ steps } = { steps: [] }] = Object.values(workflow.jobs);
      const [step] = steps;
      const defaults = Object.entries<{ default?: string }>(action.inputs).map(
        ([key, input]) => [key, input.default ?? ""] as const,
      );
      const inputs = { ...Object.fromEntries(defaults), ...step?.with, pace: "none", token: "job" };
      const permissions = Object.fromEntries(
        Object.entries(workflow.permissions).map(([key, level]) => [key.replace("-", "_"), level]),
      );
      shop.sandbox.addToken("job", { login: bot, kind: "integration", permissions });
      const path = name === "monorepo.yml" ? "packages/web/specs/tasks.md" : "specs/web/tasks.md";
      const isForForks = name === "fork-safe.yml";
      const payload = event === "push" ? push(path) : await openPull(path, isForForks);

      const { exitCode, summary, log } = await runBuiltAction({
        file: shop.product.action,
        node: process.execPath,
        apiUrl: shop.sandbox.url,
        repository: "acme/shop",
        eventName: event,
        payload: { repository, ...payload },
        inputs,
      });

      expect([exitCode, log]).toEqual([0, expect.stringContaining("2 tasks")]);
      const written = shop.sandbox.requests.filter(
        ({ login, kind }) => login === bot && kind === "write",
      );
      if (event === "push") expect(shop.sandbox.issues("acme/shop")).toHaveLength(3);
      else {
        expect(summary).toContain("**2 to add");
        expect(written.map(({ operationId }) => operationId)).toEqual(
          isForForks ? [] : ["issues/create-comment"],
        );
      }
    },
  );

  it.each(runs)("%s gives the Action only inputs that it has (%s)", (_, __, workflow) => {
    const given = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap((step) => Object.keys(step.with)),
    );

    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given));
  });
});
