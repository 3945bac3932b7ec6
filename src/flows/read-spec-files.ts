import type { SecretiveText } from "../core/model/secret.ts";
import type { CompileTools } from "./compile-spec.ts";

/**
 * The files of a spec with their secrets, in the order given. One that does not exist is left out.
 *
 * @param readFile The text at a path; `undefined` if there is none.
 */
export async function readSpecFiles(
  paths: readonly string[],
  readFile: (path: string) => Promise<string | undefined>,
  { findSecrets }: Pick<CompileTools, "findSecrets">,
): Promise<readonly SecretiveText[]> {
  const files: SecretiveText[] = [];
  for (const path of paths) {
    const text = await readFile(path);
    if (text !== undefined) files.push({ path, text, secrets: await findSecrets(text) });
  }
  return files;
}
