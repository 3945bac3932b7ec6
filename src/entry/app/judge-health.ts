import type { Logger } from "pino";
import type { AppConnection } from "../../adapters/github/lane/app/connect-app.ts";
import type { Clock } from "../../adapters/system/clock.ts";
import type { Store } from "../../flows/store-port.ts";
import type { Answer } from "./answer.ts";

/** What health is judged by. */
export interface HealthDoors {
  readonly store: Pick<Store, "ping">;
  readonly checkAccess: AppConnection["checkAccess"];
  readonly clock: Clock;
  readonly log: Logger;
}

/** Judges how the App is. */
export interface Health {
  /** Whether the process should go on: 200 while its store answers. */
  judgeAlive(): Promise<Answer>;
  /** Whether it can do its work: 200 while its store answers and GitHub knows it. */
  judgeReady(): Promise<Answer>;
}

/** GitHub is not asked more often: probes come every few seconds, from every replica. */
const accessKeptMs = 60_000;

/** Builds the answers to health probes. */
export function judgeHealth({ store, checkAccess, clock, log }: HealthDoors): Health {
  let access: Promise<string | undefined> | undefined;
  let askedAt = 0;
  return { judgeAlive, judgeReady };

  async function judgeAlive(): Promise<Answer> {
    const fault = await findFault("the store does not answer", () => store.ping());
    return fault === undefined ? { status: 200, text: "ok" } : { status: 503, text: fault };
  }

  async function judgeReady(): Promise<Answer> {
    const alive = await judgeAlive();
    if (alive.status !== 200) return alive;
    if (access === undefined || clock.now() - askedAt >= accessKeptMs) {
      askedAt = clock.now();
      access = findFault("GitHub does not answer the App", checkAccess);
    }
    const fault = await access;
    return fault === undefined ? { status: 200, text: "ready" } : { status: 503, text: fault };
  }

  async function findFault(words: string, probe: () => Promise<void>): Promise<string | undefined> {
    try {
      await probe();
      return undefined;
    } catch (error) {
      log.error({ err: error }, words);
      return words;
    }
  }
}
