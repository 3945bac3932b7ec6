import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../core/errors.ts";
import { describeDiskError } from "./describe-disk-error.ts";

/**
 * Writes a plan's files into a folder and makes the folder where there is none.
 *
 * All texts are on disk before the first takes its name, so nobody reads half a file, and a full
 * disk leaves the old plan as it was. Other files in the folder stay as they are.
 *
 * @param files Text by file name, such as `tasks.json`.
 * @throws {InputError} if the disk refuses.
 */
export async function writePlanFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const suffix = `.${randomUUID()}.tmp`;
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of files) await writeFile(join(folder, name + suffix), text);
    for (const name of files.keys()) await rename(join(folder, name + suffix), join(folder, name));
  } catch (error) {
    await removeLeftovers(
      folder,
      [...files.keys()].map((name) => name + suffix),
    );
    const message = `Cannot write the plan to ${folder}: ${describeDiskError(error)}`;
    throw new InputError(message, { cause: error });
  }
}

/** The first error is the one to tell: what fails here is left lying. */
async function removeLeftovers(folder: string, names: readonly string[]): Promise<void> {
  await Promise.allSettled(names.map((name) => rm(join(folder, name), { force: true })));
}
