import { InputError } from "../core/errors.ts";
import type { SecretiveText } from "../core/model/secret.ts";
import { chooseSpec } from "../core/spec/files/choose-spec.ts";
import type { CompileTools } from "./compile-spec.ts";
import { readSpecFiles } from "./read-spec-files.ts";

/** What a path names, and how to look into it. */
export interface NamedSpec {
  readonly path: string;
  /** Names of the files in it, if it is a folder. */
  readonly names: readonly string[] | undefined;
  /** The text at a path; `undefined` if there is none. */
  readonly readFile: (path: string) => Promise<string | undefined>;
}

/**
 * Reads the spec that a path names: a file, with the prose that belongs to it, or a folder.
 *
 * @returns The files, and the path that the spec is known by: the same for a folder and for the file that stands for it.
 * @throws {InputError} if there is nothing to read.
 */
export async function readNamedSpec(
  { path, names, readFile }: NamedSpec,
  tools: Pick<CompileTools, "findSecrets">,
): Promise<{ readonly path: string; readonly files: readonly SecretiveText[] }> {
  const choice = chooseSpec(path, names);
  if (choice === undefined)
    throw new InputError(
      `Cannot read the folder ${path} as a spec: it holds no Markdown file; name a file, or another folder`,
    );
  const files = await readSpecFiles(choice.files, readFile, tools);
  if (files.at(-1)?.path !== choice.files.at(-1))
    throw new InputError(`Cannot read ${choice.path}: it does not exist; check the path`);
  return { path: choice.path, files };
}
