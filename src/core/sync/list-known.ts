import { type GroupKey, groupKeyPattern, type TaskId, taskIdPattern } from "../model/ids.ts";
import type { RecognisedIssues } from "../model/issue.ts";
import type { IssueKey } from "../model/patch.ts";
import type { IssueRef } from "../model/record.ts";

type Refs<Ref> = ReadonlyMap<IssueKey, Ref>;

/** The issues of a plan that are there, by what they are for. */
export function listKnown({ issues, groups, trackingIssue }: RecognisedIssues): Refs<IssueRef> {
  const tracking = trackingIssue ? [["tracking", trackingIssue] as const] : [];
  return new Map<IssueKey, IssueRef>([...tracking, ...groups, ...issues]);
}

/** Those of tasks. */
export function pickTasks<Ref>(refs: Refs<Ref>): ReadonlyMap<TaskId, Ref> {
  return pick(refs, (key): key is TaskId => taskIdPattern.test(key));
}

/** Those between tracking issue and tasks. */
export function pickGroups<Ref>(refs: Refs<Ref>): ReadonlyMap<GroupKey, Ref> {
  return pick(refs, (key): key is GroupKey => groupKeyPattern.test(key));
}

function pick<Ref, Key extends IssueKey>(refs: Refs<Ref>, isWanted: (key: IssueKey) => key is Key) {
  const found = [...refs].flatMap(([key, ref]) => (isWanted(key) ? [[key, ref] as const] : []));
  return new Map<Key, Ref>(found);
}
