import type { IssueFields, ObservedIssue } from "../model/issue.ts";
import type { RecordedTask } from "../model/record.ts";

/**
 * Milestone and type to write, where the settings name them: on an issue that has none, unless people took
 * ours away, and in the place of one that we set. What people set themselves stays, and so do closed issues.
 *
 * @param last The task as last applied.
 */
export function diffFields(
  wanted: IssueFields,
  observed: ObservedIssue,
  last: RecordedTask | undefined,
): IssueFields {
  if (observed.state === "closed") return {};
  const recorded = last?.issue?.nodeId === observed.nodeId ? last : undefined;
  const milestone = choose(wanted.milestone, observed.milestone, recorded?.milestone);
  const type = choose(wanted.type, observed.type, recorded?.type);
  return { ...(milestone !== undefined && { milestone }), ...(type !== undefined && { type }) };
}

function choose(
  wanted: string | undefined,
  now: string | undefined,
  set: string | undefined,
): string | undefined {
  if (wanted === undefined || isSame(now, wanted)) return undefined;
  const isOurs = now === undefined ? set === undefined : isSame(now, set);
  return isOurs ? wanted : undefined;
}

/** GitHub takes two that differ in case alone for one. */
function isSame(left: string | undefined, right: string | undefined): boolean {
  return left?.toLowerCase() === right?.toLowerCase();
}
