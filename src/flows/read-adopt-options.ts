import { InputError } from "../core/errors.ts";
import type { AdoptOptions } from "./adopt-issues.ts";
import type { SourceReader } from "./ports.ts";

/**
 * What a run may take over, from what its user said: nothing, whatever is plain, or also what the mapping
 * at a path of the repository names.
 *
 * @throws {InputError} if there is no such file at that commit.
 */
export async function readAdoptOptions(
  adopt: boolean | string,
  ref: string,
  source: Pick<SourceReader, "readFile">,
): Promise<AdoptOptions | undefined> {
  if (typeof adopt === "boolean") return adopt ? { mappingFile: undefined } : undefined;
  const text = await source.readFile(adopt, ref);
  if (text !== undefined) return { mappingFile: { path: adopt, text } };
  throw new InputError(
    `Cannot adopt issues by ${adopt}: there is no such file at ${ref}; give its path in the repository, or true`,
  );
}
