import { realpath } from "node:fs/promises";
import { basename, dirname, relative, resolve } from "node:path";
import { askGit } from "./ask-git.ts";

/** What git knows of a file. */
export interface GitFacts {
  /** Absolute path of the work tree's root; the working directory where there is no git. */
  readonly root: string;
  /** Path of the file from there, with forward slashes. */
  readonly path: string;
  /** Time of the last commit that touched it, epoch milliseconds; `undefined` if none did. */
  readonly changedAt: number | undefined;
  /** The commit that is checked out; `undefined` if there is none. */
  readonly head: string | undefined;
  /** Addresses of the remotes, as git has them; none outside a work tree. */
  readonly remotes: readonly string[];
}

/**
 * Asks git where a file stands in its repository and when it last changed. Without git, or
 * outside a work tree, the path is told from the working directory and the time is unknown.
 */
export async function readGitFacts(file: string): Promise<GitFacts> {
  const absolute = await realpath(resolve(file)).catch(() => resolve(file));
  const root = await askGit(dirname(absolute), ["rev-parse", "--show-toplevel"]);
  if (root === undefined)
    return {
      root: process.cwd(),
      path: toPath(process.cwd(), absolute),
      changedAt: undefined,
      head: undefined,
      remotes: [],
    };
  const seconds = await askGit(dirname(absolute), [
    "log",
    "-1",
    "--format=%ct",
    "--",
    basename(absolute),
  ]);
  return {
    root,
    path: toPath(root, absolute),
    changedAt: seconds ? Number(seconds) * 1000 : undefined,
    head: await askGit(root, ["rev-parse", "HEAD"]),
    remotes: await listRemotes(root),
  };
}

async function listRemotes(root: string): Promise<readonly string[]> {
  const lines = await askGit(root, ["config", "--get-regexp", "^remote\\..*\\.url$"]);
  return (lines ?? "").split("\n").flatMap((line) => line.split(" ").slice(1).join(" ") || []);
}

function toPath(root: string, file: string): string {
  return relative(root, file).replaceAll("\\", "/");
}
