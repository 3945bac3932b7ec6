import { matchGlob } from "../core/text/match-glob.ts";
import type { ChangedFile } from "./ports.ts";

/** A spec file that is there after the change. */
export interface ChangedSpec {
  readonly path: string;
  /** Its path before, if it was renamed. */
  readonly previousPath: string | undefined;
}

/**
 * The spec files among changed files, sorted by path. A removed spec is left out: its issues stay
 * as they are until people close them.
 */
export function selectSpecs(
  changed: readonly ChangedFile[],
  globs: readonly string[],
): readonly ChangedSpec[] {
  const isSpec = matchGlob(globs);
  return changed
    .filter((file) => file.status !== "removed" && isSpec(file.path) !== undefined)
    .map(({ path, previousPath }) => ({ path, previousPath }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
