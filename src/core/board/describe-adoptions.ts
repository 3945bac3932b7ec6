import type { PatchSummary } from "../model/patch.ts";

/** Says of each issue that is taken over whose it becomes and why, in document order. */
export function describeAdoptions({ adopted }: Pick<PatchSummary, "adopted">): readonly string[] {
  return adopted.map(
    ({ taskId, issue, reason }) =>
      `#${issue.number} "${issue.title}" is taken over for ${taskId}: ${reason}`,
  );
}
