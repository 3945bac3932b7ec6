import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What git prints, trimmed; `undefined` where it fails: no git, no work tree, or nothing of the kind. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", ["-C", folder, ...args]);
    return stdout.trim();
  } catch {
    return undefined;
  }
}
