import type { PlanId } from "../core/model/ids.ts";
import type { RecognisedIssues } from "../core/model/issue.ts";
import type { PlanRecord } from "../core/model/record.ts";
import { parseMarker } from "../core/sync/parse-marker.ts";
import { recogniseIssues } from "../core/sync/recognise-issues.ts";
import type { IssueReader } from "./ports.ts";

/**
 * Reads what GitHub has of a plan: the issues on record by their node IDs, and those that our logins
 * opened after the newest on record, which a run that was cut short could not record. So nothing that
 * is there is taken for missing, and how many issues the repository has besides does not matter.
 *
 * @throws {GitHubError} if anything cannot be read whole.
 */
export async function observePlan(
  planId: PlanId,
  record: PlanRecord | undefined,
  login: string,
  reader: IssueReader,
): Promise<RecognisedIssues> {
  const groups = (record?.groups ?? []).map(({ issue }) => issue);
  const tasks = (record?.tasks ?? []).map(({ issue }) => issue);
  const recorded = [record?.trackingIssue, ...groups, ...tasks];
  const refs = recorded.filter((ref) => ref !== undefined);
  const newest = refs.reduce((most, { number }) => Math.max(most, number), 0);
  const logins = [...new Set([login, ...(record?.logins ?? [])])];
  const listed = await reader.listIssuesBy(logins, newest);
  const strays = listed.filter(({ body }) => parseMarker(body)?.planId === planId);
  const observation = await reader.observe([...refs, ...strays]);
  return recogniseIssues(planId, record, { ...observation, login });
}

/** The same for the plan of a last apply; `undefined` where there was none. */
export async function observeLast(
  record: PlanRecord | undefined,
  login: string,
  reader: IssueReader,
): Promise<RecognisedIssues | undefined> {
  return record && observePlan(record.planId, record, login, reader);
}
