import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { InputError } from "../../core/errors.ts";
import type { AppOptions } from "./app-options.ts";
import { parseInterval } from "./parse-interval.ts";

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of how to start the App. */
export interface AppSettings extends Omit<AppOptions, "log" | "clock"> {
  /** One of pino's. */
  readonly logLevel: string;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

const placeOfSecrets =
  "set them where the App runs (docs/app-setup.md); GitHub shows them in the App's settings";

/**
 * Reads the App's settings from its environment. An empty variable counts as none.
 *
 * @throws {InputError} that names everything that is missing or wrong, and the mend. No value of a
 *   secret is shown.
 */
export function readSettings(environment: Environment): AppSettings {
  const faults: string[] = [];
  const read = (name: string) => environment[name]?.trim() || undefined;
  const need = (name: string): string => {
    const value = read(name);
    if (value === undefined) faults.push(`${name} is missing`);
    return value ?? "";
  };
  const check = (isRight: boolean, fault: string) => void (isRight || faults.push(fault));

  const appId = Number(need("APP_ID"));
  check(Number.isSafeInteger(appId), "APP_ID is no number");
  const privateKey = readPrivateKey(read, faults);
  const webhookSecret = need("WEBHOOK_SECRET");
  check(webhookSecret !== "development", 'WEBHOOK_SECRET is "development", which everybody knows');
  const port = Number(read("PORT") ?? 3000);
  check(Number.isInteger(port) && port >= 0 && port < 65_536, "PORT is no port");
  const apiUrl = readApiUrl(read);
  check(apiUrl === undefined || URL.canParse(apiUrl), "GITHUB_API_URL is no address");
  const sweepIntervalMs = parseInterval(read("SWEEP_INTERVAL") ?? "5m");
  check(sweepIntervalMs !== undefined, "SWEEP_INTERVAL is no time such as 30s, 5m or 1h");
  const logLevel = read("LOG_LEVEL") ?? "info";
  check(logLevels.includes(logLevel), `LOG_LEVEL is none of ${logLevels.join(", ")}`);
  if (faults.length > 0) {
    throw new InputError(`Cannot start the App: ${faults.join(", ")}; ${placeOfSecrets}`);
  }

  const databaseUrl = read("DATABASE_URL");
  const dataDir = read("KEYSTEPS_DATA_DIR") ?? "./.keysteps/store";
  return {
    appId,
    privateKey,
    webhookSecret,
    apiUrl,
    store: databaseUrl === undefined ? { dataDir } : { databaseUrl },
    host: read("HOST"),
    port,
    sweepIntervalMs: sweepIntervalMs ?? 0,
    pace: "github",
    logLevel,
  };
}

type Read = (name: string) => string | undefined;

/** A key given inline may have `\n` for its line ends, as one line of a file wants it. */
function readPrivateKey(read: Read, faults: string[]): string {
  const path = read("PRIVATE_KEY_PATH");
  try {
    const key =
      read("PRIVATE_KEY")?.replaceAll("\\n", "\n") ?? (path && readFileSync(path, "utf8"));
    if (key) {
      createPrivateKey(key);
      return key;
    }
    faults.push("PRIVATE_KEY (or PRIVATE_KEY_PATH) is missing");
  } catch {
    const name = read("PRIVATE_KEY") === undefined ? `PRIVATE_KEY_PATH (${path})` : "PRIVATE_KEY";
    faults.push(`${name} holds no private key in PEM form`);
  }
  return "";
}

/** `GITHUB_API_URL` wins over the host of a GitHub Enterprise Server. */
function readApiUrl(read: Read): string | undefined {
  const host = read("GHE_HOST");
  const onServer = host && `${read("GHE_PROTOCOL") ?? "https"}://${host}/api/v3`;
  return read("GITHUB_API_URL") ?? onServer;
}
