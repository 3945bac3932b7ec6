import { afterEach, expect } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import { pino } from "pino";
import { buildOctokit } from "../../../src/adapters/github/build-octokit.ts";
import { gateName } from "../../../src/adapters/github/lane/gate/gate-name.ts";
import type { AppOptions } from "../../../src/entry/app/app-options.ts";
import { type RunningApp, startApp } from "../../../src/entry/app/start-app.ts";
import { buildPorts, compileTools } from "../../../src/entry/wiring.ts";
import { applySpecs } from "../../../src/flows/apply-specs.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../../src/sandbox/start-sandbox.ts";
import type { App } from "../../../src/sandbox/state/app.ts";
import { aRun } from "../../support/a-run.ts";
import { aStoreFolder } from "../../support/a-store-folder.ts";
import { readManifest } from "../../support/read-manifest.ts";

/** A shop's repository with an applied plan, and the App that is installed in it. */
export interface Shop {
  readonly sandbox: Sandbox;
  readonly app: App;
  /** GitHub as a person uses it. */
  readonly octokit: Octokit;
  /** What the App is started with. */
  readonly options: AppOptions;
  /** Starts the App, lets GitHub know where it is, and installs it if it is not. */
  start(other?: Partial<AppOptions>): Promise<RunningApp>;
  /** Names of an issue's labels. */
  labelsOf(issueNumber: number): readonly string[];
  /** The newest run of the gate on a commit, as `success: Its turn`. */
  gateOf(sha: string): string | undefined;
  /** How many runs of the gate a commit has. */
  runsOf(sha: string): number;
  /** What was written after the first so many writes, but for sign-ins. */
  listWritesSince(count: number): readonly string[];
  merge(pull: Pull): Promise<void>;
  /** Somebody opens a pull request that changes those files. */
  openPull(branch: string, files: Record<string, string>, body: string): Promise<Pull>;
}

interface Pull {
  readonly number: number;
  readonly sha: string;
}

export const shopName = { owner: "acme", repo: "shop" };
export const shopSecret = "s3cret of the shop";

const spec = `# Tasks

- [ ] T001 Make the orders table in db/migrations/001_orders.sql
- [ ] T002 Make the carts table in db/migrations/002_carts.sql
- [ ] T003 Serve orders in server/orders.ts (depends on T001)
`;

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Issues 1 to 3 are the tasks; two of them are migrations, and the third waits for the first. */
export async function startShop(): Promise<Shop> {
  const sandbox = await startSandbox();
  closing.push(async () => {
    await sandbox.close();
    expect(sandbox.faultsOfOurs).toEqual([]);
  });
  sandbox.createRepository({ ...shopName, name: "shop", files: { "specs/tasks.md": spec } });
  const octokit = buildOctokit({
    auth: sandbox.addToken("mona", { login: "mona" }),
    baseUrl: sandbox.url,
    version: "0",
  });
  await applySpec(sandbox);
  const { default_permissions: permissions, default_events: events } = readManifest();
  const app = sandbox.createApp({
    slug: "keysteps",
    webhookSecret: shopSecret,
    permissions,
    events,
  });
  const options: AppOptions = {
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret: shopSecret,
    apiUrl: sandbox.url,
    store: { dataDir: await aStoreFolder() },
    host: "127.0.0.1",
    port: 0,
    sweepIntervalMs: 300_000,
    pace: "none",
    log: pino({ level: "silent" }),
  };
  sandbox.protectBranch("acme/shop", "main", {
    requiredChecks: [{ context: gateName, appId: app.id }],
  });
  return {
    ...{ sandbox, app, octokit, options, start, labelsOf, gateOf, runsOf },
    ...{ listWritesSince, merge, openPull },
  };

  async function start(other: Partial<AppOptions> = {}): Promise<RunningApp> {
    const running = await startApp({ ...options, ...other });
    app.webhookUrl = `${running.url}/api/github/webhooks`;
    closing.push(() => running.close());
    if (sandbox.world.installations.size === 0) sandbox.installApp(app, ["acme/shop"]);
    return running;
  }

  function labelsOf(issueNumber: number): readonly string[] {
    const issue = sandbox.issues("acme/shop").find(({ number }) => number === issueNumber);
    return issue?.labels.map(({ name }) => name) ?? [];
  }

  function gateOf(sha: string): string | undefined {
    const run = listRuns(sha).at(-1);
    return run && `${run.conclusion ?? run.status}: ${run.title}`;
  }

  function runsOf(sha: string): number {
    return listRuns(sha).length;
  }

  function listRuns(sha: string) {
    const runs = [...sandbox.repository("acme/shop").checkRuns.values()];
    return runs.filter(({ headSha, name }) => headSha === sha && name === gateName);
  }

  function listWritesSince(count: number): readonly string[] {
    const writes = sandbox.requests.filter(({ writeNumber }) => writeNumber > count);
    return writes
      .filter(({ path }) => !path.endsWith("/access_tokens"))
      .map(({ method, path }) => `${method} ${path}`);
  }

  async function merge({ number }: Pull): Promise<void> {
    await octokit.pulls.merge({ ...shopName, pull_number: number });
  }

  async function openPull(branch: string, files: Record<string, string>, body: string) {
    const sha = sandbox.commitFiles("acme/shop", branch, files, "work", { login: "mona" });
    const head = { head: branch, base: "main", title: branch, body };
    const { data } = await octokit.pulls.create({ ...shopName, ...head });
    return { number: data.number, sha };
  }
}

async function applySpec(sandbox: Sandbox): Promise<void> {
  const login = "github-actions[bot]";
  const token = sandbox.addToken("actions", { login, kind: "integration" });
  const place = { apiUrl: sandbox.url, repository: shopName };
  const ports = buildPorts({ ...place, auth: token, pace: "none" });
  const after = sandbox.repository("acme/shop").git.refs.get("refs/heads/main") ?? "";
  const options = aRun({ specGlobs: ["specs/*.md"] });
  await applySpecs({ before: "0".repeat(40), after }, ports, compileTools, options);
}
