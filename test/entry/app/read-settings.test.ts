import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { InputError } from "../../../src/core/errors.ts";
import { readSettings } from "../../../src/entry/app/read-settings.ts";
import { aTemporaryFolder } from "../../support/a-temporary-folder.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});
const least = { APP_ID: "12", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "s3cret" };

describe("readSettings", () => {
  it("needs three settings and has a default for all others", () => {
    expect(readSettings(least)).toEqual({
      appId: 12,
      privateKey: privateKey.trim(),
      webhookSecret: "s3cret",
      apiUrl: undefined,
      store: { dataDir: "./.keysteps/store" },
      host: undefined,
      port: 3000,
      sweepIntervalMs: 300_000,
      pace: "github",
      logLevel: "info",
    });
  });

  it("names everything that is missing at once, and where to put it", () => {
    const attempt = () => readSettings({ WEBHOOK_SECRET: " " });

    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(
      "Cannot start the App: APP_ID is missing, PRIVATE_KEY (or PRIVATE_KEY_PATH) is missing, WEBHOOK_SECRET is missing; set them where the App runs",
    );
  });

  it.each([
    [{ APP_ID: "Iv1.abc" }, "APP_ID is no number"],
    [{ WEBHOOK_SECRET: "development" }, "WEBHOOK_SECRET is"],
    [{ PRIVATE_KEY: "-----BEGIN RSA PRIVATE KEY-----" }, "PRIVATE_KEY holds no private key"],
    [{ PRIVATE_KEY: "", PRIVATE_KEY_PATH: "/none.pem" }, "PRIVATE_KEY_PATH (/none.pem) holds no"],
    [{ PORT: "http" }, "PORT is no port"],
    [{ PORT: "70000" }, "PORT is no port"],
    [{ SWEEP_INTERVAL: "often" }, "SWEEP_INTERVAL is no time"],
    [{ SWEEP_INTERVAL: "0s" }, "SWEEP_INTERVAL is no time"],
    [{ GITHUB_API_URL: "localhost" }, "GITHUB_API_URL is no address"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is none of"],
  ])("refuses %j", (other, words) => {
    const attempt = () => readSettings({ ...least, ...other });

    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(words);
  });

  it("never shows a secret", () => {
    const wrong = { PRIVATE_KEY: "k3y that is none", WEBHOOK_SECRET: "s3cret", APP_ID: "x" };

    expect(() => readSettings(wrong)).toThrow(/^(?!.*(k3y|s3cret))/);
  });

  it("takes the key from a file, or from one line with its line ends written out", async () => {
    const path = join(await aTemporaryFolder(), "key.pem");
    writeFileSync(path, privateKey);
    const oneLine = privateKey.replaceAll("\n", "\\n");

    expect(readSettings({ ...least, PRIVATE_KEY: "", PRIVATE_KEY_PATH: path }).privateKey).toBe(
      privateKey,
    );
    expect(readSettings({ ...least, PRIVATE_KEY: oneLine }).privateKey).toBe(privateKey);
  });

  it.each([
    [{ GHE_HOST: "git.acme.example" }, "https://git.acme.example/api/v3"],
    [{ GHE_HOST: "127.0.0.1:80", GHE_PROTOCOL: "http" }, "http://127.0.0.1:80/api/v3"],
    [{ GHE_HOST: "x", GITHUB_API_URL: "http://127.0.0.1:1" }, "http://127.0.0.1:1"],
  ])("finds GitHub by %j", (other, apiUrl) => {
    expect(readSettings({ ...least, ...other }).apiUrl).toBe(apiUrl);
  });

  it("keeps its data in a directory, or in PostgreSQL where that is given", () => {
    const KEYSTEPS_DATA_DIR = "/data";
    const DATABASE_URL = "postgres://db/keysteps";

    expect(readSettings({ ...least, KEYSTEPS_DATA_DIR }).store).toEqual({ dataDir: "/data" });
    expect(readSettings({ ...least, KEYSTEPS_DATA_DIR, DATABASE_URL }).store).toEqual({
      databaseUrl: DATABASE_URL,
    });
  });

  it.each([
    ["30s", 30_000],
    ["5m", 300_000],
    ["1h", 3_600_000],
  ])("sweeps every %s", (SWEEP_INTERVAL, ms) => {
    expect(readSettings({ ...least, SWEEP_INTERVAL }).sweepIntervalMs).toBe(ms);
  });
});
