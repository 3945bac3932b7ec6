import { InputError } from "../core/errors.ts";
import { configPath } from "./config-path.ts";
import type { SourceReader } from "./ports.ts";

/**
 * The text of a repository's settings at a commit; `undefined` where it has none.
 *
 * @throws {InputError} where a run names another path than the usual one, and nothing stands there.
 */
export async function readConfigText(
  path: string,
  ref: string,
  source: Pick<SourceReader, "readFile">,
): Promise<string | undefined> {
  const text = await source.readFile(path, ref);
  if (text !== undefined || path === configPath) return text;
  throw new InputError(
    `Cannot read the settings at ${path}: there is no such file at ${ref}; give its path in the repository`,
  );
}
