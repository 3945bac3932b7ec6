import type { ObservedIssue, RecognisedIssues } from "../../model/issue.ts";
import type { RecordedTask } from "../../model/record.ts";

/**
 * Whether an issue's parent is ours to set: it has another than is wanted, and that one we set, or it has none
 * and nobody took ours away. Where GitHub does not tell of parents nothing is.
 *
 * @param wanted The issue that is to be its parent; `undefined` if that is still to be made.
 * @param last The task as last applied.
 */
export function isOurParent(
  observed: ObservedIssue,
  wanted: ObservedIssue | undefined,
  last: RecordedTask | undefined,
  { trackingIssue, groups }: RecognisedIssues,
): boolean {
  if (observed.parent === undefined || observed.parent === wanted?.databaseId) return false;
  const ours = [...(trackingIssue ? [trackingIssue] : []), ...groups.values()];
  const isRecorded = last?.issue?.nodeId === observed.nodeId;
  const set = isRecorded ? ours.find(({ nodeId }) => nodeId === last?.parent) : undefined;
  if (observed.parent === null) return set === undefined; // else a person took it away
  const now = ours.find(({ databaseId }) => databaseId === observed.parent);
  if (now === undefined) return false;
  return isRecorded ? now === set : true; // of a run that was cut short before it could record
}
