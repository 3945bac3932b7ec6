import { existsSync, realpathSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { openStore } from "../../../src/adapters/store/open-store.ts";
import { aLaneEvent } from "../../support/a-lane-event.ts";
import { aStoreFolder } from "../../support/a-store-folder.ts";
import { type RunningScript, startScript } from "../../support/start-script.ts";
import { until } from "../../support/until.ts";
import { holdRequests } from "./hold-requests.ts";
import { type Shop, shopSecret, startShop } from "./start-shop.ts";

const script = "test/entry/app/app-script.ts";

it("does not start without its settings", async () => {
  const app = startScript(script, [JSON.stringify({ APP_ID: "1", WEBHOOK_SECRET: "" })]);

  expect(await app.end()).toBe(1);
});

it("finishes the pass under way when it is told to end, and leaves the lane free", async () => {
  const shop = await startShop();
  const line = await holdRequests(
    shop.sandbox.url,
    (method, path) => method === "POST" && path.endsWith("/labels"),
  );
  const dataDir = await aStoreFolder();
  const app = startScript(script, [describeEnvironment(shop, line.url, dataDir)]);
  const url = await readAddress(app);
  shop.app.webhookUrl = `${url}/api/github/webhooks`;
  shop.sandbox.installApp(shop.app, ["acme/shop"]);
  await line.held;

  app.child.kill("SIGTERM");
  await until("it takes no more requests", () => isRefused(`${url}/healthz`));
  expect(app.child.exitCode).toBeNull();
  expect(shop.labelsOf(2)).not.toContain("state:available");
  line.release();

  expect(await app.end()).toBe(0);
  expect(shop.labelsOf(2)).toContain("state:available");
  expect(shop.labelsOf(4)).toContain("state:blocked");
  const store = await openStore({ dataDir });
  await store.accept(aLaneEvent({ lane: "acme/shop" }));
  const claim = await store.claim("another process", 1_000);
  expect(claim?.lane).toBe("acme/shop");
  await store.close();
  await line.close();
});

it("ends cleanly when it is told to while it still opens its store", async () => {
  const shop = await startShop();
  const dataDir = await aStoreFolder();
  const pidFile = `${realpathSync(dataDir)}.pid`;
  const app = startScript(script, [describeEnvironment(shop, shop.sandbox.url, dataDir)]);
  await until("it has begun to open the store", () => existsSync(pidFile));

  app.child.kill("SIGTERM");

  expect(await app.end()).toBe(0);
  expect(existsSync(pidFile)).toBe(false);
  const store = await openStore({ dataDir });
  expect(await store.listLanes()).toEqual([]);
  await store.close();
}, 60_000);

function describeEnvironment({ options, app }: Shop, apiUrl: string, dataDir: string): string {
  return JSON.stringify({
    APP_ID: app.id,
    PRIVATE_KEY: options.privateKey,
    WEBHOOK_SECRET: shopSecret,
    GITHUB_API_URL: apiUrl,
    KEYSTEPS_DATA_DIR: dataDir,
    HOST: "127.0.0.1",
    PORT: "0",
  });
}

/** Where it listens, as its log says. */
async function readAddress({ readLine }: RunningScript): Promise<string> {
  for (;;) {
    const line = await readLine();
    if (line === undefined) throw new Error("it ended before it listened");
    const [, address] = /listening on (http:[^"]+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
}

async function isRefused(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}
