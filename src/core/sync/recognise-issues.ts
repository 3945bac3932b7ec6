import type { PlanId } from "../model/ids.ts";
import type { Label, ObservedIssue, RecognisedIssues } from "../model/issue.ts";
import type { IssueKey } from "../model/patch.ts";
import type { PlanRecord } from "../model/record.ts";
import { pickGroups, pickTasks } from "./list-known.ts";
import { parseMarker } from "./parse-marker.ts";
import type { Marked } from "./render-marker.ts";

/** What GitHub has, before we know what is whose: issues on record, and others whose markers may be believed. */
export interface Observed {
  readonly issues: readonly ObservedIssue[];
  readonly labels: readonly Label[];
  readonly hasFamilies: boolean;
  /** The login that this run writes as. */
  readonly login: string;
}

/**
 * Tells which issues are this plan's: those whose node ID is on record, whatever they say, and of the
 * others those that bear the plan's marker. Of two issues with one marker the older is ours.
 */
export function recogniseIssues(
  planId: PlanId,
  record: PlanRecord | undefined,
  observed: Observed,
): RecognisedIssues {
  const byNode = new Map(observed.issues.map((issue) => [issue.nodeId, issue]));
  const found = new Map<IssueKey, ObservedIssue>();
  for (const [key, ref] of listRecorded(record)) {
    const issue = ref && byNode.get(ref.nodeId);
    if (issue) found.set(key, issue);
  }
  const onRecord = new Set([...found.values()].map(({ nodeId }) => nodeId));
  for (const issue of observed.issues.toSorted((a, b) => a.number - b.number)) {
    const marked = onRecord.has(issue.nodeId) ? undefined : parseMarker(issue.body);
    if (marked?.planId !== planId) continue;
    const key = toKey(marked);
    if (!found.has(key)) found.set(key, issue);
  }
  return {
    issues: pickTasks(found),
    groups: pickGroups(found),
    trackingIssue: found.get("tracking"),
    logins: new Set([observed.login, ...(record?.logins ?? [])]),
    labels: new Map(observed.labels.map((label) => [label.name.toLowerCase(), label])),
    hasFamilies: observed.hasFamilies,
  };
}

function listRecorded(record: PlanRecord | undefined) {
  const tasks = (record?.tasks ?? []).map(({ id, issue }) => [id, issue] as const);
  const groups = (record?.groups ?? []).map(({ key, issue }) => [key, issue] as const);
  return [["tracking", record?.trackingIssue] as const, ...groups, ...tasks];
}

function toKey(marked: Marked): IssueKey {
  if (marked.kind === "task") return marked.taskId;
  return marked.kind === "group" ? marked.group : "tracking";
}
