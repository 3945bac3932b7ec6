import { readFile } from "node:fs/promises";
import { InputError } from "../../core/errors.ts";
import { describeDiskError } from "./describe-disk-error.ts";

/**
 * The text of a file on this machine, without a byte order mark.
 *
 * @throws {InputError} if there is no file, it may not be read, or it is not UTF-8.
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(`Cannot read ${path}: it is not UTF-8; save it as UTF-8`, {
      cause: error,
    });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(`Cannot read ${path}: ${describeDiskError(error)}`, { cause: error });
  }
}
