import { type Command, Option } from "commander";
import { diskCodeReader } from "../../adapters/code/disk-code-reader.ts";
import type { Codebase } from "../../core/model/codebase.ts";
import { analyseCode } from "../../flows/analyse-code.ts";

/** Which code a plan is to fit into. */
export interface CodeFlags {
  readonly codebasePath?: string;
  /** `false` after `--no-codebase`. */
  readonly codebase?: boolean;
}

/**
 * Adds the flags that name the code.
 *
 * @param folder What is looked at unless told otherwise; `undefined`: nothing.
 */
export function addCodeOptions(command: Command, folder: string | undefined): Command {
  const path = new Option(
    "-p, --codebase-path <folder>",
    "code that the plan is to fit into, looked at for what it can build on",
  ).env("TASKS_CODEBASE_PATH");
  if (folder !== undefined) path.default(folder);
  command.addOption(path);
  return folder === undefined ? command : command.option("--no-codebase", "look at no code");
}

/**
 * Looks at the code that flags name; `undefined` where they name none.
 *
 * @param tell Is told now and then how far it is, in words.
 * @throws {CodebaseError} if it cannot be read or is too much.
 */
export async function readCode(
  { codebase, codebasePath }: CodeFlags,
  tell: (step: string) => void = () => undefined,
): Promise<Codebase | undefined> {
  if (codebase === false || codebasePath === undefined) return undefined;
  tell(`Listing the files in ${codebasePath}`);
  const reader = await diskCodeReader(codebasePath, undefined, (done, all) =>
    tell(`Looking at the code in ${codebasePath}: ${done} of ${all} files`),
  );
  return analyseCode(reader);
}
