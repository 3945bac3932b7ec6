import type { IncomingMessage } from "node:http";

/** A request as it came over the wire. */
export interface Incoming {
  readonly method: string;
  /** With the prefix `/api/v3` if it was called so. */
  readonly url: URL;
  /** Without that prefix, still encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly content: Buffer;
}

/** Reads a request to its end. */
export async function readIncoming(request: IncomingMessage, origin: string): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", origin);
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return {
    method: request.method ?? "GET",
    url,
    path: url.pathname.replace(/^\/api\/v3(?=\/)/, ""),
    headers: Object.fromEntries(headers),
    content: Buffer.concat(chunks),
  };
}
