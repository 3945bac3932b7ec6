import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { InputError } from "../../core/errors.ts";
import type { Answer } from "./answer.ts";
import type { Metrics } from "./build-metrics.ts";
import type { Health } from "./judge-health.ts";
import { receiveWebhook, type WebhookDoors } from "./receive-webhook.ts";

/** What the App's server answers with. */
export interface ServerDoors extends WebhookDoors {
  readonly health: Health;
  readonly metrics: Metrics;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** Takes no more requests, and returns once those under way are answered. */
  close(): Promise<void>;
}

/** Where GitHub sends webhooks to, as Probot has it. */
const webhookPath = "/api/github/webhooks";
/** GitHub itself gives up after 10 s. */
const requestTimeoutMs = 15_000;

/**
 * Serves webhooks, `/healthz`, `/readyz` and `/metrics`. Nothing of these tells a secret, but who
 * must not know the names of repositories and how busy they are is to be kept away by the proxy.
 *
 * @throws {InputError} if the port cannot be had.
 */
export async function serveApp(
  doors: ServerDoors,
  host: string | undefined,
  port: number,
): Promise<RunningServer> {
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = serve(request, response).finally(() => underWay.delete(work));
    underWay.add(work);
  });
  server.requestTimeout = requestTimeoutMs;
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve).once("error", (cause) => reject(refuse(port, cause)));
    server.listen(port, host);
  });
  return { port: (server.address() as AddressInfo).port, close };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await answerRequest(request, doors).catch((error: unknown): Answer => {
      doors.log.error({ err: error }, "could not answer a request");
      return { status: 500, text: "something went wrong" };
    });
    const isCutShort = !request.complete;
    await send(response, answer, isCutShort);
    if (isCutShort) request.destroy();
  }

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await Promise.all(underWay);
    server.closeAllConnections();
    await closed;
  }
}

async function answerRequest(request: IncomingMessage, doors: ServerDoors): Promise<Answer> {
  const path = request.url?.split("?", 1)[0];
  if (request.method === "POST" && path === webhookPath) return answerWebhook(request, doors);
  if (request.method !== "GET") return nothingHere;
  switch (path) {
    case "/healthz":
      return doors.health.judgeAlive();
    case "/readyz":
      return doors.health.judgeReady();
    case "/metrics":
      return { status: 200, ...(await doors.metrics.render()) };
    default:
      return nothingHere;
  }
}

const nothingHere: Answer = { status: 404, text: "there is nothing here" };

async function answerWebhook(request: IncomingMessage, doors: ServerDoors): Promise<Answer> {
  const began = performance.now();
  const answer = await receiveWebhook(request, doors);
  doors.metrics.noteWebhook(answer.status, (performance.now() - began) / 1000);
  return answer;
}

function send(
  response: ServerResponse,
  { status, text, contentType = "text/plain; charset=utf-8" }: Answer,
  isLast: boolean,
): Promise<void> {
  return new Promise((resolve) => {
    response.once("close", resolve);
    response.writeHead(status, {
      "content-type": contentType,
      "x-content-type-options": "nosniff",
      ...(isLast && { connection: "close" }),
    });
    response.end(`${text}\n`, () => resolve());
  });
}

function refuse(port: number, cause: unknown): InputError {
  const message = `Cannot listen on port ${port}: ${String(cause)}; set PORT to a free one`;
  return new InputError(message, { cause });
}
