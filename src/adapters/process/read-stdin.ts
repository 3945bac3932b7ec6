import { InputError } from "../../core/errors.ts";

/**
 * All that comes in on standard input, without a byte order mark.
 *
 * @throws {InputError} if it is not UTF-8.
 */
export async function readStdin(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw new InputError("Cannot read standard input: it is not UTF-8", { cause: error });
  }
}
