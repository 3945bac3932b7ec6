import { InputError } from "../errors.ts";

interface Parser<Value> {
  parse(raw: unknown): Value;
}

/**
 * Reads one JSON file of branch `keysteps`, by path.
 *
 * @throws {InputError} if it is not there, or is not what it should be.
 */
export function parseBranchFile<Value>(
  schema: Parser<Value>,
  files: ReadonlyMap<string, string>,
  path: string,
): Value {
  try {
    return schema.parse(JSON.parse(files.get(path) ?? ""));
  } catch (cause) {
    const mend = "apply the spec again, or restore the file from the branch's history";
    throw new InputError(`Cannot read ${path} on branch keysteps; ${mend}`, { cause });
  }
}
