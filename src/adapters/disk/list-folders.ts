import { readdir } from "node:fs/promises";
import { InputError } from "../../core/errors.ts";
import { describeDiskError, readDiskErrorCode } from "./describe-disk-error.ts";

/**
 * Names of the folders that stand in a folder itself, in order; none if the path is no folder's.
 *
 * @throws {InputError} if the folder cannot be read.
 */
export async function listFolders(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return names.toSorted((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(readDiskErrorCode(error))) return [];
    throw new InputError(`Cannot list ${path}: ${describeDiskError(error)}`, { cause: error });
  }
}
