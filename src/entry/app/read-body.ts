import type { Readable } from "node:stream";

/**
 * The bytes of a request's body as text; `undefined` as soon as there are more than the limit. The
 * rest is then not read.
 *
 * @throws if the connection breaks off before the end.
 */
export function readBody(stream: Readable, limitBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  return new Promise((resolve, reject) => {
    stream.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) {
        stream.pause();
        resolve(undefined);
      } else chunks.push(chunk);
    });
    stream.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    stream.once("error", reject);
    stream.once("close", () => reject(new Error("the connection broke off")));
  });
}
