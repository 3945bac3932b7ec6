import { createHash } from "node:crypto";

/**
 * The ID that git gives a file with this text: SHA-1 over a header and the bytes.
 *
 * Source: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
export function hashBlob(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
