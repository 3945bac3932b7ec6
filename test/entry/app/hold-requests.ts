import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A line to a server on which requests can be stopped. */
export interface HeldLine {
  readonly url: string;
  /** Resolves when the first request is stopped. */
  readonly held: Promise<void>;
  /** Lets what is stopped go on, and stops nothing more. */
  release(): void;
  close(): Promise<void>;
}

/** Passes requests on to a server, but keeps those back that are meant to be, until they are released. */
export async function holdRequests(
  target: string,
  isHeld: (method: string, path: string) => boolean,
): Promise<HeldLine> {
  let stop = () => {};
  let release = () => {};
  let isReleased = false;
  const held = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = () => {
      isReleased = true;
      resolve();
    };
  });
  const server = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    const body = await readBytes(request);
    if (!isReleased && isHeld(method, url)) {
      stop();
      await released;
    }
    const answer = await fetch(`${target}${url}`, {
      method,
      headers: Object.entries(request.headers).flatMap(([name, value]) =>
        forwarded.has(name) && value !== undefined ? [[name, String(value)]] : [],
      ),
      ...(body.length > 0 && { body }),
    });
    const type = answer.headers.get("content-type");
    response.writeHead(answer.status, { ...(type !== null && { "content-type": type }) });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held,
    release,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const forwarded = new Set(["accept", "authorization", "content-type", "user-agent"]);

async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
