import { readdir } from "node:fs/promises";
import { InputError } from "../../core/errors.ts";
import { describeDiskError } from "./describe-disk-error.ts";

/** Folders that hold what others wrote. */
const foreign = new Set([".git", "node_modules"]);

/**
 * The files below a folder, in order of their paths, as paths from that folder with forward
 * slashes. Links are not followed; `.git` and `node_modules` are left out.
 *
 * @throws {InputError} if the folder or one below it cannot be read.
 */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  await walk("");
  return paths.toSorted((a, b) => (a < b ? -1 : 1));

  async function walk(below: string): Promise<void> {
    for (const entry of await listEntries(below)) {
      const path = `${below}${entry.name}`;
      if (entry.isFile()) paths.push(path);
      else if (entry.isDirectory() && !foreign.has(entry.name)) await walk(`${path}/`);
    }
  }

  async function listEntries(below: string) {
    try {
      return await readdir(`${folder}/${below}`, { withFileTypes: true });
    } catch (error) {
      const message = `Cannot list ${folder}/${below}: ${describeDiskError(error)}`;
      throw new InputError(message, { cause: error });
    }
  }
}
