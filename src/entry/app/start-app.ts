import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { connectApp } from "../../adapters/github/lane/app/connect-app.ts";
import { openStore } from "../../adapters/store/open-store.ts";
import { githubPace } from "../../adapters/system/github-pace.ts";
import { noPace } from "../../adapters/system/no-pace.ts";
import { systemClock } from "../../adapters/system/system-clock.ts";
import type { Pace } from "../../flows/ports.ts";
import type { Store } from "../../flows/store-port.ts";
import { version } from "../version.ts";
import type { AppOptions } from "./app-options.ts";
import { buildMetrics } from "./build-metrics.ts";
import { judgeHealth } from "./judge-health.ts";
import { serveApp } from "./serve-app.ts";
import { startWorker } from "./start-worker.ts";

/** The App at work. */
export interface RunningApp {
  /** Where it answers from this machine, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  /**
   * Takes no more webhooks, answers those under way, finishes the pass under way and closes the
   * store. Safe to leave out: what is stored is gone on with after the next start.
   */
  close(): Promise<void>;
}

const drainOptions = {
  leaseMs: 120_000,
  retryMs: 60_000,
  maxAttempts: 5,
  pollMs: 1_000,
  lanesAtOnce: 4,
};

/** GitHub itself gives up on a request after 10 s. */
const timeoutMs = 30_000;

/**
 * Starts the App: opens the store, listens for webhooks and works on what they hint at. GitHub is
 * not asked anything before there is work.
 *
 * @throws {InputError} if the store or the port cannot be had, such as when another process has it.
 */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { log, clock = systemClock } = options;
  const store = await openStore(options.store);
  try {
    const credentials = { ...options, version, timeoutMs };
    const metrics = buildMetrics(store);
    const connection = await connectApp(credentials, buildPaces(options), metrics.noteAnswer);
    const { isSigned, openLane, listInstalled, checkAccess } = connection;
    const worker = startWorker({
      ...drainOptions,
      store,
      openLane,
      listInstalled,
      owner: `${hostname()} ${process.pid} ${randomUUID()}`,
      clock,
      sweepIntervalMs: options.sweepIntervalMs,
      log,
      notePass: metrics.notePass,
    });
    const doors = {
      ...{ store, isSigned, log, metrics },
      health: judgeHealth({ store, checkAccess, clock, log }),
      onAccepted: () => worker.wake(),
      onDeparture: () => worker.sweepSoon(),
    };
    const server = await serveApp(doors, options.host, options.port).catch(async (error) => {
      await worker.stop();
      throw error;
    });
    let closing: Promise<void> | undefined;
    return {
      url: `http://${options.host ?? "127.0.0.1"}:${server.port}`,
      port: server.port,
      store,
      close() {
        closing ??= Promise.all([server.close(), worker.stop()]).then(() => store.close());
        return closing;
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** GitHub counts writes by installation. */
function buildPaces({ pace, clock = systemClock }: AppOptions): (installationId: number) => Pace {
  if (pace === "none") return () => noPace;
  const paces = new Map<number, Pace>();
  return (installationId) => {
    const known = paces.get(installationId) ?? githubPace(clock);
    paces.set(installationId, known);
    return known;
  };
}
