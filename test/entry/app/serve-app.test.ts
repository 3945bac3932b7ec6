import { createHmac } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { connectApp } from "../../../src/adapters/github/lane/app/connect-app.ts";
import { noPace } from "../../../src/adapters/system/no-pace.ts";
import { InputError } from "../../../src/core/errors.ts";
import { buildMetrics } from "../../../src/entry/app/build-metrics.ts";
import { judgeHealth } from "../../../src/entry/app/judge-health.ts";
import { type RunningServer, serveApp } from "../../../src/entry/app/serve-app.ts";
import type { Store } from "../../../src/flows/store-port.ts";
import { manualClock } from "../../support/manual-clock.ts";
import { MemoryStore } from "../../support/memory-store.ts";

const secret = "s3cret";
const payload = {
  action: "closed",
  installation: { id: 7 },
  repository: { full_name: "Octo/Shop", default_branch: "main" },
  issue: { title: "a title that nobody else needs to know" },
};

const open: RunningServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe("serveApp", () => {
  it("stores a signed webhook and then says so", async () => {
    const { store, deliver, wakes } = await startServer();

    expect(await deliver()).toEqual({ status: 202, text: "accepted\n" });

    expect(listEvents(store)).toEqual([
      { delivery: "guid-1", lane: "octo/shop", installationId: 7, name: "issues.closed" },
    ]);
    expect(wakes()).toBe(1);
  });

  it("tells when the App lost a repository, though nothing is stored for it", async () => {
    const { store, deliver, departures } = await startServer();
    const signedBody = JSON.stringify({ ...payload, action: "deleted" });

    const headers = { "x-github-event": "installation" };
    expect((await deliver({ headers, signedBody })).status).toBe(200);

    expect(departures()).toBe(1);
    expect(listEvents(store)).toEqual([]);
  });

  it("takes a delivery once, however often it comes", async () => {
    const { store, deliver } = await startServer();
    await deliver();

    expect(await deliver()).toEqual({ status: 200, text: "duplicate\n" });

    expect(listEvents(store)).toHaveLength(1);
  });

  it("answers what is of no interest and stores nothing", async () => {
    const { store, deliver } = await startServer();

    expect((await deliver({ headers: { "x-github-event": "watch" } })).status).toBe(200);

    expect(listEvents(store)).toEqual([]);
  });

  it.each([
    ["wrong", { "x-hub-signature-256": `sha256=${"0".repeat(64)}` }],
    ["of another kind", { "x-hub-signature-256": "sha1=0" }],
    ["missing", { "x-hub-signature-256": "" }],
  ])("refuses a webhook whose signature is %s, and logs nothing of it", async (_, headers) => {
    const { store, deliver, logged } = await startServer();

    expect((await deliver({ headers })).status).toBe(400);

    expect(listEvents(store)).toEqual([]);
    expect(logged()).not.toContain("nobody else");
    expect(logged()).not.toContain(secret);
  });

  it("refuses a body that was changed on its way", async () => {
    const { store, deliver } = await startServer();

    const answer = await deliver({ body: JSON.stringify(payload).replace("closed", "opened") });

    expect(answer.status).toBe(400);
    expect(listEvents(store)).toEqual([]);
  });

  it.each([
    [400, { headers: { "x-github-delivery": "" } }],
    [400, { headers: { "x-github-event": "" } }],
    [415, { headers: { "content-type": "application/x-www-form-urlencoded" } }],
    [400, { signedBody: "{no json" }],
  ])("answers %d to %j", async (status, other) => {
    const { store, deliver } = await startServer();

    expect((await deliver(other)).status).toBe(status);

    expect(listEvents(store)).toEqual([]);
  });

  it("refuses what is too large before it is read", async () => {
    const { server, store } = await startServer();
    const socket = connect(server.port, "127.0.0.1");
    socket.write(
      [
        "POST /api/github/webhooks HTTP/1.1",
        "host: localhost",
        "content-type: application/json",
        "x-github-event: issues",
        "x-github-delivery: guid-1",
        "x-hub-signature-256: sha256=0",
        `content-length: ${26 * 1024 * 1024}`,
        "\r\n",
      ].join("\r\n"),
    );

    const [answer] = await once(socket, "data");

    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
    expect(listEvents(store)).toEqual([]);
    socket.destroy();
  });

  it("answers once it is stored, and not before", async () => {
    const { accept, begun, finish } = slowAccept();
    const { deliver } = await startServer({ accept });
    let isAnswered = false;
    const answer = deliver().finally(() => {
      isAnswered = true;
    });
    await begun;

    for (let turn = 0; turn < 20; turn++) await immediate();
    expect(isAnswered).toBe(false);
    finish();

    expect((await answer).status).toBe(202);
  });

  it("lets GitHub deliver again what could not be stored", async () => {
    const { deliver, wakes, logged } = await startServer({
      accept: () => Promise.reject(new Error("the database is down")),
    });

    expect((await deliver()).status).toBe(503);

    expect(wakes()).toBe(0);
    expect(logged()).toContain("the database is down");
    expect(logged()).not.toContain("nobody else");
  });

  it("is healthy while the store answers", async () => {
    const { url } = await startServer();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const down = await startServer({ ping: () => Promise.reject(new Error("down")) });
    expect((await fetch(`${down.url}/healthz`)).status).toBe(503);
  });

  it("knows no other address", async () => {
    const { url } = await startServer();

    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/api/github/webhooks`)).status).toBe(404);
    expect((await fetch(`${url}/healthz`, { method: "POST" })).status).toBe(404);
  });

  it("answers what is under way before it closes, and takes nothing new", async () => {
    const { accept, begun, finish } = slowAccept();
    const { deliver, server, url } = await startServer({ accept });
    const answer = deliver();
    await begun;

    const closed = server.close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    finish();

    expect((await answer).status).toBe(202);
    await closed;
  });

  it("is ready while GitHub knows it, and asks GitHub once a minute", async () => {
    const clock = manualClock();
    let asked = 0;
    let isKnown = true;
    const checkAccess = async () => {
      asked += 1;
      if (!isKnown) throw new Error("401");
    };
    const { url } = await startServer({}, checkAccess, clock);
    const readiness = async () => {
      const response = await fetch(`${url}/readyz`);
      return `${response.status} ${await response.text()}`;
    };

    expect([await readiness(), await readiness()]).toEqual(["200 ready\n", "200 ready\n"]);
    expect(asked).toBe(1);
    isKnown = false;
    clock.advance(60_000);
    expect(await readiness()).toBe("503 GitHub does not answer the App\n");
  });

  it("is not ready while its store does not answer", async () => {
    const ping = () => Promise.reject(new Error("down"));
    const { url } = await startServer({ ping });

    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });

  it("tells what waits, in the form of Prometheus", async () => {
    const { url, deliver } = await startServer();
    await deliver();

    const response = await fetch(`${url}/metrics`);

    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=/);
    const text = await response.text();
    expect(text).toMatch(/^keysteps_events_pending 1$/m);
    expect(text).toMatch(/^keysteps_events_quarantined 0$/m);
    expect(text).toMatch(/^keysteps_webhook_seconds_count\{status="202"\} 1$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });

  it("says which port it cannot have", async () => {
    const { server, doors } = await startServer();

    const attempt = serveApp(doors, "127.0.0.1", server.port);

    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toThrow(`Cannot listen on port ${server.port}`);
  });
});

async function startServer(
  broken: Partial<Store> = {},
  checkAccess: () => Promise<void> = async () => {},
  clock = manualClock(),
) {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  const store = new MemoryStore(() => 0);
  const credentials = {
    appId: 1,
    privateKey: "-",
    webhookSecret: secret,
    version: "0",
    timeoutMs: 1,
  };
  const { isSigned } = await connectApp({ ...credentials, apiUrl: undefined }, () => noPace);
  let wakes = 0;
  let departures = 0;
  const doors = {
    store: { accept: broken.accept ?? store.accept.bind(store) },
    health: judgeHealth({
      store: { ping: broken.ping ?? store.ping.bind(store) },
      checkAccess,
      clock,
      log,
    }),
    metrics: buildMetrics(store),
    isSigned,
    onAccepted: () => {
      wakes += 1;
    },
    onDeparture: () => {
      departures += 1;
    },
    log,
  };
  const server = await serveApp(doors, "127.0.0.1", 0);
  open.push(server);
  const url = `http://127.0.0.1:${server.port}`;
  const deliver = (other: Delivery = {}) => post(url, other);
  return {
    server,
    url,
    doors,
    store,
    deliver,
    wakes: () => wakes,
    departures: () => departures,
    logged: () => lines.join(""),
  };
}

interface Delivery {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent in place of what was signed. */
  readonly body?: string;
  readonly signedBody?: string;
}

async function post(
  url: string,
  { headers = {}, signedBody = JSON.stringify(payload), body = signedBody }: Delivery,
) {
  const hmac = createHmac("sha256", secret).update(signedBody).digest("hex");
  const all = {
    "content-type": "application/json",
    "x-github-event": "issues",
    "x-github-delivery": "guid-1",
    "x-hub-signature-256": `sha256=${hmac}`,
    ...headers,
  };
  const filled = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  const address = `${url}/api/github/webhooks`;
  const response = await fetch(address, { method: "POST", headers: filled, body });
  return { status: response.status, text: await response.text() };
}

/** A store that takes its time: from `begun` until it is told to `finish`. */
function slowAccept() {
  let begin = () => {};
  let commit = (_: boolean) => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const stored = new Promise<boolean>((resolve) => {
    commit = resolve;
  });
  const accept = () => {
    begin();
    return stored;
  };
  return { accept, begun, finish: () => commit(true) };
}

function listEvents(store: MemoryStore) {
  return store.tables.inbox.map(({ event }) => event);
}

function immediate(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
