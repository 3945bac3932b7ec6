import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source } from "../outline/build-source.ts";
import type { Outline } from "../outline/outline.ts";

/**
 * Says so where no task was recognised and nothing is asked for, at the first heading, with what would
 * be read.
 *
 * @param count Tasks and requirements that were read.
 */
export function describeNoTasks(
  count: number,
  { headings }: Outline,
  source: Source,
): readonly Diagnostic[] {
  if (count > 0) return [];
  const at = source.placeAt(headings[0]?.span.start ?? 0);
  const message =
    "No task recognised, and no requirement to plan from: write tasks as items with a box (`- [ ] T001 Create the user table`, `- [ ] Create the user table`), as headings (`### Task 1.1: Create the user table`) or as rows of a table with columns for ID, title and dependencies; or say what is wanted in sentences with MUST or SHALL";
  return [{ code: "KS101", severity: "error", message, at }];
}
