import type { SpecTask } from "../model/spec.ts";
import { canonicalJson } from "../text/canonical-json.ts";

/** Content hash of each task by `SpecTask.ref`: of title, description, files and criteria, not of ID, place or box. */
export function hashTasks(
  tasks: readonly SpecTask[],
  hash: (text: string) => string,
): ReadonlyMap<string, string> {
  return new Map(
    tasks.map(({ ref, title, description, files, doneWhen }) => [
      ref,
      hash(canonicalJson({ title, description, files, doneWhen })),
    ]),
  );
}
