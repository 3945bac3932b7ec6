import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { languageNames, type SourceFacts } from "../../core/model/codebase.ts";
import type { CodeReader } from "../../flows/ports.ts";
import { listCodePaths } from "./list-code-paths.ts";
import { loadParser } from "./parse/load-parser.ts";
import type { SourceParser } from "./parse/source-parser.ts";

/** Most files that are listed. */
const mostPaths = 300_000;
/** Larger source files are made by programs, not written. */
const mostBytes = 1_000_000;

/**
 * Reads code on this machine, one file after the other: a syntax tree is dropped before the next
 * is made, so memory does not grow with the code.
 *
 * @param load Gives the parser; the best that there is unless told otherwise.
 * @param tell Is told before each hundredth file how many are parsed.
 */
export async function diskCodeReader(
  folder: string,
  load: () => Promise<SourceParser> = loadParser,
  tell: (done: number, all: number) => void = () => undefined,
): Promise<CodeReader> {
  const { root, paths } = await listCodePaths(folder, mostPaths);
  return {
    paths,
    readText: async (path) => {
      const text = await readSmall(join(root, path));
      return "reason" in text ? undefined : text.value;
    },
    parseSources: async (files) => {
      const { languages, parse } = await load();
      const sources: SourceFacts[] = [];
      const unread: { path: string; reason: string }[] = [];
      for (const [place, file] of files.entries()) {
        if (place % 100 === 0) tell(place, files.length);
        if (!languages.includes(file.language)) {
          unread.push({
            path: file.path,
            reason: `no parser for ${languageNames[file.language]} on this machine`,
          });
          continue;
        }
        const text = await readSmall(join(root, file.path));
        if ("reason" in text) {
          if (text.reason !== "") unread.push({ path: file.path, reason: text.reason });
          continue;
        }
        try {
          sources.push(parse(file, text.value));
        } catch {
          unread.push({ path: file.path, reason: "not understood by its parser" });
        }
      }
      return { sources, unread };
    },
  };
}

/** A file's text, or why it has none; an empty reason for what is no file (any more). */
async function readSmall(
  path: string,
): Promise<{ readonly value: string } | { readonly reason: string }> {
  try {
    const facts = await lstat(path);
    if (!facts.isFile()) return { reason: "" };
    if (facts.size > mostBytes) return { reason: "larger than 1 MB" };
    return { value: await readFile(path, "utf8") };
  } catch (error) {
    const isGone =
      typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";
    return { reason: isGone ? "" : "may not be read" };
  }
}
