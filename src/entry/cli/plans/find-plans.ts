import { join } from "node:path";
import { listFolders } from "../../../adapters/disk/list-folders.ts";
import { listNames } from "../../../adapters/disk/list-names.ts";

/** Folders that are listed below a folder, and below those once more: `plans/archive/v1`. */
const depth = 2;

/** The folders that hold a plan's tasks.json: each given one, and those below it; each once, in order. */
export async function findPlans(roots: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const root of roots) await look(root, depth);
  return [...new Set(found)];

  async function look(folder: string, levels: number): Promise<void> {
    if ((await listNames(folder))?.includes("tasks.json")) found.push(folder);
    if (levels === 0) return;
    for (const name of await listFolders(folder)) await look(join(folder, name), levels - 1);
  }
}
