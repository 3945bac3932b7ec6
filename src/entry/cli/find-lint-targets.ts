import { join } from "node:path";
import { listFiles } from "../../adapters/disk/list-files.ts";
import { listNames } from "../../adapters/disk/list-names.ts";
import { InputError } from "../../core/errors.ts";
import { listSpecs } from "../../flows/list-specs.ts";

/** What counts as a spec where no file is named; the Action's default, and task-master's file. */
const usual = ["**/spec.md", "**/tasks.md", "**/.taskmaster/**/tasks.json"];

/**
 * What to lint for the paths of a command: a file or `-` itself, of a folder all specs below it
 * (the folder as one spec where there are none), of a glob what it matches below the working
 * directory. Nothing twice.
 *
 * @throws {InputError} if a folder or glob holds no spec.
 */
export async function findLintTargets(paths: readonly string[]): Promise<readonly string[]> {
  const targets: string[] = [];
  for (const path of paths.length === 0 ? ["."] : paths) targets.push(...(await expand(path)));
  return [...new Set(targets)];
}

async function expand(path: string): Promise<readonly string[]> {
  if (path === "-") return [path];
  const names = await listNames(path);
  if (names !== undefined) return expandFolder(path, names);
  if (!/[*?[{]/.test(path)) return [path];
  const found = listSpecs(await listFiles("."), [path]);
  if (found.length > 0) return found;
  throw new InputError(`Cannot lint ${path}: no file below the working directory matches it`);
}

async function expandFolder(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const found = listSpecs(await listFiles(folder), usual);
  if (found.length > 0) return found.map((path) => join(folder, path));
  if (names.some((name) => name.endsWith(".md"))) return [folder];
  throw new InputError(
    `Cannot lint ${folder}: no spec stands below it; name files, such as \`tasks lint docs/my-tasks.md\``,
  );
}
