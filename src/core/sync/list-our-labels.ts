import type { Label, ObservedIssue } from "../model/issue.ts";
import type { RecordedTask } from "../model/record.ts";
import { splitManagedBlock } from "../text/split-managed-block.ts";
import { describesAsOurs, ownedPrefixes } from "./build-labels.ts";

/**
 * The labels on an issue that we put there: those that the record names, all with our prefixes on one that a run made
 * which was cut short, and waves, which nobody else counts, as long as the label is one that we defined. A label that
 * people had before, or put there themselves, is theirs, whatever its name.
 *
 * @param last The task as last applied.
 * @param definitions The repository's labels, by name in lower case.
 */
export function listOurLabels(
  { labels, nodeId, body }: ObservedIssue,
  last: RecordedTask | undefined,
  definitions: ReadonlyMap<string, Label>,
): readonly string[] {
  const isRecorded = last?.issue?.nodeId === nodeId;
  const recorded = isRecorded ? last.labels?.map((name) => name.toLowerCase()) : undefined;
  const isMade = !isRecorded && splitManagedBlock(body).block !== undefined;
  const isOld = isRecorded && recorded === undefined; // by a version that kept no labels on record
  return labels.filter((label) => {
    const name = label.toLowerCase();
    if (!ownedPrefixes.some((prefix) => name.startsWith(prefix))) return false;
    if (isMade || recorded?.includes(name) === true) return true;
    const isDefined = describesAsOurs(definitions.get(name));
    return isDefined && (isOld || name.startsWith("wave:"));
  });
}
