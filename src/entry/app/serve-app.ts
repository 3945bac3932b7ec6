import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { InputError } from "../../core/errors.ts";
import type { Store } from "../../flows/store-port.ts";
import { type Answer, receiveWebhook, type WebhookDoors } from "./receive-webhook.ts";

/** What the App's server answers with. */
export interface ServerDoors extends WebhookDoors {
  readonly store: Pick<Store, "accept" | "ping">;
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
 * Serves webhooks and `/healthz`, which answers 200 while the store does and 503 otherwise.
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
  if (request.method === "POST" && path === webhookPath) return receiveWebhook(request, doors);
  if (request.method === "GET" && path === "/healthz") return judgeHealth(doors);
  return { status: 404, text: "there is nothing here" };
}

async function judgeHealth({ store, log }: ServerDoors): Promise<Answer> {
  try {
    await store.ping();
    return { status: 200, text: "ok" };
  } catch (error) {
    log.error({ err: error }, "the store does not answer");
    return { status: 503, text: "the store does not answer" };
  }
}

function send(response: ServerResponse, { status, text }: Answer, isLast: boolean): Promise<void> {
  return new Promise((resolve) => {
    response.once("close", resolve);
    response.writeHead(status, {
      "content-type": "text/plain; charset=utf-8",
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
