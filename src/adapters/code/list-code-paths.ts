import { execFile } from "node:child_process";
import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import ignore, { type Ignore } from "ignore";
import { CodebaseError } from "../../core/errors.ts";

const run = promisify(execFile);

const causes: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  ENOTDIR: "it is no folder",
  EACCES: "it is not permitted",
};

/** The files of a folder of code. */
export interface ListedCode {
  /** Absolute path that `paths` begin at. */
  readonly root: string;
  /** With forward slashes, sorted; ignored ones left out. */
  readonly paths: readonly string[];
}

/**
 * The files in a folder but for ignored ones: as git lists them, with paths from the top of its
 * work tree; outside of git by walking, with each folder's `.gitignore` respected and links not followed.
 *
 * @throws {CodebaseError} if the folder cannot be read or holds more than `most` files.
 */
export async function listCodePaths(folder: string, most: number): Promise<ListedCode> {
  await readEntries(folder);
  const root = await askGit(folder, ["rev-parse", "--show-toplevel"]);
  const listed =
    root === undefined
      ? undefined
      : await askGit(folder, [
          ...["ls-files", "-z", "--full-name"],
          ...["--cached", "--others", "--exclude-standard", "."],
        ]);
  if (root === undefined || listed === undefined) {
    return { root: folder, paths: (await walkFolder(folder, most)).toSorted(compareText) };
  }
  const paths = [...new Set(listed.split("\0").filter((path) => path !== ""))];
  if (paths.length > most) throw refuseCount(folder, most);
  return { root: root.replace(/\n$/, ""), paths: paths.sort(compareText) };
}

async function askGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const options = { maxBuffer: 512 * 1024 * 1024 };
    return (await run("git", ["-C", folder, ...args], options)).stdout;
  } catch {
    return undefined; // no git or no work tree
  }
}

/** Rules of a `.gitignore`, and the folder they stand in, with a closing slash. */
interface IgnoreRules {
  readonly from: string;
  readonly rules: Ignore;
}

async function walkFolder(top: string, most: number): Promise<readonly string[]> {
  const paths: string[] = [];
  await walk("", []);
  return paths;

  async function walk(below: string, outer: readonly IgnoreRules[]): Promise<void> {
    const entries = await readEntries(join(top, below));
    const all = [...outer, ...(await readRules(top, below, entries))];
    for (const entry of entries) {
      const path = `${below}${entry.name}${entry.isDirectory() ? "/" : ""}`;
      if (isIgnored(path, all)) continue;
      if (entry.isDirectory()) await walk(path, all);
      if (entry.isFile()) paths.push(path);
      if (paths.length > most) throw refuseCount(top, most);
    }
  }
}

async function readRules(
  top: string,
  below: string,
  entries: readonly Dirent[],
): Promise<readonly IgnoreRules[]> {
  if (!entries.some(({ name }) => name === ".gitignore")) return [];
  const text = await readFile(join(top, below, ".gitignore"), "utf8").catch(() => "");
  return [{ from: below, rules: ignore().add(text) }];
}

function isIgnored(path: string, all: readonly IgnoreRules[]): boolean {
  if (/(?:^|\/)(?:\.git|node_modules)\/$/.test(path)) return true;
  return all.some(({ from, rules }) => rules.ignores(path.slice(from.length)));
}

async function readEntries(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code =
      typeof error === "object" && error !== null && "code" in error ? error.code : error;
    const reason = causes[String(code)] ?? code;
    throw new CodebaseError(
      `Cannot look at the code in ${folder}: ${reason}; give a folder that can be read with --codebase-path, or plan with --no-codebase`,
      { cause: error },
    );
  }
}

function refuseCount(folder: string, most: number): CodebaseError {
  return new CodebaseError(
    `Cannot look at the code in ${folder}: it has more than ${most} files that are not ignored; name a smaller folder with --codebase-path, list what is not yours in .gitignore, or plan with --no-codebase`,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
