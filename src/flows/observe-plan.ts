import { GitHubError, InputError } from "../core/errors.ts";
import type { DatedIssue, RecognisedIssues } from "../core/model/issue.ts";
import type { Plan } from "../core/model/plan.ts";
import type { PlanRecord } from "../core/model/record.ts";
import { admitStrays, listMarked } from "../core/sync/lease/admit-strays.ts";
import type { FoundRecord } from "../core/sync/list-records.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recogniseIssues } from "../core/sync/recognise-issues.ts";
import type { IssueReader, PlanBranch } from "./ports.ts";

/**
 * Reads what GitHub has of a plan: the issues on record by their node IDs and, where an apply was begun
 * and is not through, those that it opened after the newest on record. So nothing that is there is taken for
 * missing, and how many issues the repository has besides does not matter.
 *
 * @throws {GitHubError} if anything cannot be read whole.
 */
export async function observePlan(
  { record, lease }: Pick<FoundRecord, "record" | "lease">,
  login: string,
  reader: IssueReader,
): Promise<RecognisedIssues> {
  const refs = listRefs(record);
  const newest = refs.reduce((most, { number }) => Math.max(most, number), 0);
  const listed = lease === undefined ? [] : await reader.listIssuesBy([lease.login], newest);
  const strays = admitStrays(listed, record.planId, lease);
  const observation = await reader.observe([...refs, ...strays]);
  return recogniseIssues(record.planId, record, { ...observation, login });
}

/** The same for the plan of a last apply; `undefined` where there was none. */
export async function observeLast(
  last: FoundRecord | undefined,
  login: string,
  reader: IssueReader,
): Promise<RecognisedIssues | undefined> {
  return last && observePlan(last, login, reader);
}

/**
 * Reads what GitHub has of a plan without a record. There should be nothing: issues of our login that bear
 * its marker are copies, forged, or of a record that was lost.
 *
 * @param onMarked What is done about them: taken for the plan's, refused, or let be.
 * @throws {InputError} if there are any and they are refused.
 * @throws {GitHubError} if anything cannot be read whole, or another run has made them meanwhile.
 */
export async function observeUnrecorded(
  { id, specPath }: Pick<Plan, "id" | "specPath">,
  login: string,
  onMarked: "take" | "refuse" | "ignore",
  { issues, branch, head }: RecordPlace,
): Promise<RecognisedIssues> {
  const marked = listMarked(await issues.listIssuesBy([login], 0), id);
  if (marked.length > 0 && onMarked === "refuse") {
    const now = await branch.readFiles(plansFolder, []);
    throw now.head === head ? refuse(specPath, marked) : movedOn(specPath);
  }
  const observation = await issues.observe(onMarked === "take" ? marked : []);
  return recogniseIssues(id, undefined, { ...observation, login });
}

/** Where to look, and where the branch stood when it had no record. */
interface RecordPlace {
  readonly issues: IssueReader;
  readonly branch: PlanBranch;
  readonly head: string | undefined;
}

function movedOn(path: string): GitHubError {
  const words = `Cannot apply ${path}: another run has begun to apply it; run it again`;
  return new GitHubError("try-later", 409, words);
}

const mostNamed = 10;

function refuse(path: string, issues: readonly DatedIssue[]): InputError {
  const numbers = issues.slice(0, mostNamed).map(({ number }) => `#${number}`);
  const more = issues.length > mostNamed ? ` and ${issues.length - mostNamed} more` : "";
  return new InputError(
    `Cannot apply ${path}: ${numbers.join(", ")}${more} bear the marker of its plan, and branch keysteps has no record of it, so whose they are cannot be told; restore the branch if it was lost, take them over with adopt, or delete them`,
  );
}

function listRefs(record: PlanRecord) {
  const groups = (record.groups ?? []).map(({ issue }) => issue);
  const tasks = record.tasks.map(({ issue }) => issue);
  return [record.trackingIssue, ...groups, ...tasks].filter((ref) => ref !== undefined);
}
