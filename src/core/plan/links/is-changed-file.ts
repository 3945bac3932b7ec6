import type { SpecFile, SpecTask } from "../../model/spec.ts";

/**
 * Whether a task says that it changes a file: with a word for it (`CREATE`, `EDIT`), or by a list of its
 * files. A path that only its title names may just be read; globs and folders name no one file.
 */
export function isChangedFile({ path, action }: SpecFile, { title }: SpecTask): boolean {
  if (/[*?[{]|\/$/.test(path)) return false;
  return action !== undefined || !title.includes(path);
}
