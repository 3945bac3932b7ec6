import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source } from "../outline/build-source.ts";
import type { Outline } from "../outline/outline.ts";

/** Says so where no task was recognised, at the first heading, with a line that would be one. */
export function describeNoTasks(
  count: number,
  { headings }: Outline,
  source: Source,
): readonly Diagnostic[] {
  if (count > 0) return [];
  const at = source.placeAt(headings[0]?.span.start ?? 0);
  const message =
    "No task recognised: tasks are read from list items with a box and an ID of their own; write for example `- [ ] T001 Create the user table in db/users.sql` or `- [ ] **Task 1.1**: Create the user table`";
  return [{ code: "KS101", severity: "error", message, at }];
}
