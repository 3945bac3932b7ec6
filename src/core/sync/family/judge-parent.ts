import type { ObservedIssue, RecognisedIssues } from "../../model/issue.ts";
import type { RecordedTask } from "../../model/record.ts";
import { splitManagedBlock } from "../../text/split-managed-block.ts";

/**
 * Whose an issue's parent is: `kept`, it is the one that is wanted, by our doing; `ours`, to be set or changed by us;
 * `theirs`, people put the issue there, or took it from where we put it; `unknown` where GitHub does not tell.
 */
export type ParentVerdict = "kept" | "ours" | "theirs" | "unknown";

/**
 * Judges that by what the record says that we did. An issue that is not on record yet and has our block was made by a
 * run that was cut short, one without a block by people.
 *
 * @param wanted The issue that is to be its parent; `undefined` if that is still to be made.
 * @param last The task as last applied.
 */
export function judgeParent(
  observed: ObservedIssue,
  wanted: ObservedIssue | undefined,
  last: RecordedTask | undefined,
  { trackingIssue, groups }: RecognisedIssues,
): ParentVerdict {
  const { parent, nodeId, body } = observed;
  if (parent === undefined) return "unknown";
  const ours = [...(trackingIssue ? [trackingIssue] : []), ...groups.values()];
  const now = ours.find(({ databaseId }) => databaseId === parent);
  const isWanted = now !== undefined && now.databaseId === wanted?.databaseId;
  const settled = isWanted ? "kept" : "ours";
  if (last?.issue?.nodeId !== nodeId) {
    if (parent === null) return "ours";
    const isMade = splitManagedBlock(body).block !== undefined;
    return now !== undefined && isMade ? settled : "theirs";
  }
  if (last.isParentTheirs === true) return "theirs";
  const set = ours.find((one) => one.nodeId === last.parent);
  if (parent === null) return set === undefined ? "ours" : "theirs";
  if (now === undefined || last.parent === undefined) return "theirs";
  if (now === set) return settled;
  return isWanted ? "kept" : "theirs"; // a run that was cut short moved it
}
