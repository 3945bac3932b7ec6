import { companions } from "../core/spec/files/choose-spec.ts";
import { matchGlob } from "../core/text/match-glob.ts";

/** The spec files among all files of a folder, by path; prose that belongs to a `tasks.md` among them is left out. */
export function listSpecs(paths: readonly string[], globs: readonly string[]): readonly string[] {
  const isSpec = matchGlob(globs);
  const found = new Set(paths.filter((path) => isSpec(path) !== undefined));
  return [...found].filter((path) => {
    const [, folder = "", name = ""] = /^(.*?)([^/]*)$/.exec(path) ?? [];
    return !companions.includes(name) || !found.has(`${folder}tasks.md`);
  });
}
