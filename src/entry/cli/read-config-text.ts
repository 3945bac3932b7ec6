import { join } from "node:path";
import { readTextFile } from "../../adapters/disk/read-text-file.ts";
import { configPath } from "../../flows/config-path.ts";
import { ignoreMissing } from "./ignore-missing.ts";

/**
 * The text of a repository's settings on this machine; `undefined` where it has none.
 *
 * @throws {InputError} if the file cannot be read.
 */
export async function readConfigText(root: string): Promise<string | undefined> {
  return readTextFile(join(root, configPath)).catch(ignoreMissing);
}
