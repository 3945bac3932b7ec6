import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../core/errors.ts";
import { describeDiskError, readDiskErrorCode } from "./describe-disk-error.ts";
import { readTextFile } from "./read-text-file.ts";

/**
 * Reads a plan's files from a folder: text by file name, for those of `names` that are there.
 *
 * @throws {InputError} if the folder or one of the files cannot be read.
 */
export async function readPlanFolder(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const present = new Set(await listNames(folder));
  const files = new Map<string, string>();
  for (const name of names) {
    if (present.has(name)) files.set(name, await readTextFile(join(folder, name)));
  }
  return files;
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const isMissing = readDiskErrorCode(error) === "ENOENT";
    const mend = isMissing ? ", or plan a spec first: tasks plan -f spec.md" : "";
    const message = `Cannot read the plan in ${folder}: ${describeDiskError(error)}${mend}`;
    throw new InputError(message, { cause: error });
  }
}
