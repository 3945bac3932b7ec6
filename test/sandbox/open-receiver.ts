import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "@jest/globals";

/** A webhook as it came in. */
interface Received {
  readonly event: string;
  readonly guid: string;
  readonly isSigned: boolean;
  readonly payload: Record<string, unknown> & { readonly action?: string };
}

/** A server that takes webhooks and keeps them. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on. */
  status: number;
  /** `event.action` of all that came, in order. */
  names(): string[];
}

/** The secret that a receiver holds signatures against. */
export const SECRET = "it's a secret";

const closers = new Set<() => void>();

afterEach(() => {
  for (const close of closers) close();
  closers.clear();
});

/** Opens a receiver that is closed after the test. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const signature = createHmac("sha256", SECRET).update(body).digest("hex");
      received.push({
        event: String(request.headers["x-github-event"]),
        guid: String(request.headers["x-github-delivery"]),
        isSigned: request.headers["x-hub-signature-256"] === `sha256=${signature}`,
        payload: JSON.parse(body.toString()),
      });
      response.writeHead(receiver.status).end("ok");
    });
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closers.add(() => {
    server.closeAllConnections();
    server.close();
  });
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    status: 200,
    names: () => received.map(describe),
  };
  return receiver;
}

function describe({ event, payload }: Received): string {
  return payload.action === undefined ? event : `${event}.${payload.action}`;
}
