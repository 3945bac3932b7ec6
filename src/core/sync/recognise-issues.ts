import type { PlanId, TaskId } from "../model/ids.ts";
import type { Label, ObservedIssue, RecognisedIssues } from "../model/issue.ts";
import type { PlanRecord } from "../model/record.ts";
import { parseMarker } from "./parse-marker.ts";

/** What GitHub has, before we know what is whose. */
export interface Observed {
  readonly issues: readonly ObservedIssue[];
  readonly labels: readonly Label[];
  /** The login that this run writes as. */
  readonly login: string;
}

/**
 * Tells which issues are this plan's: those whose node ID is on record, and those that carry the
 * plan's marker and were opened by a trusted login (a run that was cut short before it could
 * record them). Of two issues with one marker the older is ours; people can copy markers, so a
 * stranger's issue never counts.
 */
export function recogniseIssues(
  planId: PlanId,
  record: PlanRecord | undefined,
  observed: Observed,
): RecognisedIssues {
  const trusted = new Set([observed.login, ...(record?.logins ?? [])]);
  const byNode = new Map(observed.issues.map((issue) => [issue.nodeId, issue]));
  const issues = new Map<TaskId, ObservedIssue>();
  for (const task of record?.tasks ?? []) {
    const issue = task.issue && byNode.get(task.issue.nodeId);
    if (issue) issues.set(task.id, issue);
  }
  let trackingIssue = record?.trackingIssue && byNode.get(record.trackingIssue.nodeId);

  for (const issue of observed.issues.toSorted((a, b) => a.number - b.number)) {
    const marked = trusted.has(issue.authorLogin) ? parseMarker(issue.body) : undefined;
    if (marked?.planId !== planId) continue;
    if (marked.kind === "tracking") trackingIssue ??= issue;
    else if (!issues.has(marked.taskId)) issues.set(marked.taskId, issue);
  }
  const labelNames = new Set(observed.labels.map((label) => label.name.toLowerCase()));
  return { issues, trackingIssue, labelNames };
}
