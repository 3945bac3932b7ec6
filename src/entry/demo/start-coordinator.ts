import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { startApp } from "../app/start-app.ts";
import { type Rehearsal, repositoryName } from "./start-rehearsal.ts";

/** The App at work in the rehearsal. */
export interface Coordinator {
  readonly url: string;
  readonly login: string;
  close(): Promise<void>;
}

/** The check that the branch is protected by. */
export const gateName = "Keysteps gate";
const slug = "keysteps";

/**
 * Starts the App with a database of its own in a temporary folder, installs it in the shop and
 * makes its gate a condition of every merge.
 */
export async function startCoordinator({ sandbox }: Rehearsal): Promise<Coordinator> {
  const folder = await mkdtemp(join(tmpdir(), "keysteps-demo-"));
  const app = sandbox.createApp({
    slug,
    webhookSecret: "a secret of the demo",
    permissions: { issues: "write", checks: "write", contents: "read", pull_requests: "read" },
    events: ["check_run", "check_suite", "issue_dependencies", "issues", "pull_request", "push"],
  });
  const running = await startApp({
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret: "a secret of the demo",
    apiUrl: sandbox.url,
    store: { dataDir: join(folder, "store") },
    host: "127.0.0.1",
    port: 0,
    sweepIntervalMs: 300_000,
    pace: "none",
    log: pino({ level: "silent" }),
  });
  app.webhookUrl = `${running.url}/api/github/webhooks`;
  sandbox.installApp(app, [repositoryName]);
  sandbox.protectBranch(repositoryName, "main", {
    requiredChecks: [{ context: gateName, appId: app.id }],
  });
  return {
    url: running.url,
    login: `${slug}[bot]`,
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
