import type { Source } from "../../outline/build-source.ts";
import type { Candidate } from "./candidate.ts";

/**
 * Tells the candidates in which a box without an ID may be a task: those of files called `tasks` where
 * there are such, else all.
 */
export function isTaskFile(source: Source): (candidate: Candidate) => boolean {
  const meant = new Set(
    source.files
      .map(({ path }) => path)
      .filter((path) => /(?:^|\/)(?:tasks?|todo)\b[^/]*$/i.test(path)),
  );
  return ({ span }) => meant.size === 0 || meant.has(source.placeAt(span.start).path);
}
