import { buildCodebase } from "../core/codebase/build-codebase.ts";
import { chooseFiles } from "../core/codebase/choose-files.ts";
import { CodebaseError } from "../core/errors.ts";
import type { Codebase } from "../core/model/codebase.ts";
import type { CodeReader } from "./ports.ts";

/** Most source files that are parsed; at some 600 a second that takes a minute and a half. */
const mostSources = 50_000;

/**
 * Looks at a repository's code for what a plan can build on and what its tasks share.
 *
 * @throws {CodebaseError} if there is more code than is looked at in reasonable time.
 */
export async function analyseCode(reader: CodeReader, most = mostSources): Promise<Codebase> {
  const { sources: files, told } = chooseFiles(reader.paths);
  if (files.length > most) {
    throw new CodebaseError(
      `Cannot look at the code: it has ${files.length} source files, more than ${most}; name a smaller folder with --codebase-path, or plan with --no-codebase`,
    );
  }
  const texts = new Map<string, string>();
  for (const path of told) {
    const text = await reader.readText(path);
    if (text !== undefined) texts.set(path, text);
  }
  const { sources, unread } = await reader.parseSources(files);
  return buildCodebase({ paths: reader.paths, texts, sources, unread });
}
