import type { GroupKey, TaskId } from "../model/ids.ts";
import type { PeoplesPart } from "../model/patch.ts";
import type { Plan } from "../model/plan.ts";
import type { IssueRef, PlanRecord, RecordedTask } from "../model/record.ts";
import { linkSource } from "./link-source.ts";
import { listLinks } from "./list-links.ts";

/** What an apply ended with. */
export interface Applied {
  readonly issues: ReadonlyMap<TaskId, IssueRef>;
  readonly trackingIssue: IssueRef | undefined;
  readonly groups?: ReadonlyMap<GroupKey, IssueRef>;
  /** Node ID of the issue that each task's is wanted below; of a task that is not named, as it was. */
  readonly parents?: ReadonlyMap<TaskId, string>;
  readonly theirs?: PeoplesPart;
  /** The labels of each task's issue that we put there. */
  readonly labels?: ReadonlyMap<TaskId, readonly string[]>;
  /** Titles that issues had which were taken over just now. */
  readonly adoptedTitles?: ReadonlyMap<TaskId, string>;
  /** Tasks whose issue was given back to the people who made it. */
  readonly released?: ReadonlySet<TaskId>;
  readonly login: string;
  /** The commit that the spec was read at, where GitHub knows it. */
  readonly commit?: string | undefined;
  /** The commit that new source links name. */
  readonly sourceCommit?: string | undefined;
}

/**
 * The record that the next run begins from. Given the last record's commit again, an apply that
 * changed nothing renders the same bytes.
 */
export function buildRecord(
  plan: Plan,
  applied: Applied,
  last: PlanRecord | undefined,
): PlanRecord {
  const { milestone, type } = plan.config.issueFields ?? {};
  const before = new Map(last?.tasks.map((task) => [task.id, task]));
  const current = plan.tasks.map(
    (task): RecordedTask => ({
      id: task.id,
      ownId: task.ownId,
      title: task.title,
      contentHash: task.contentHash,
      files: task.files.length === 0 ? undefined : task.files.map(({ path }) => path),
      issue: toRef(applied.issues.get(task.id)),
      ...toParent(task.id, applied, before.get(task.id)),
      adoptedTitle: applied.adoptedTitles?.get(task.id) ?? keepTitle(task.id, applied, before),
      labels: applied.labels?.get(task.id),
      milestone: milestone ?? before.get(task.id)?.milestone,
      type: type ?? before.get(task.id)?.type,
      source: linkSource(task, before.get(task.id), applied.sourceCommit),
      ...(task.state === "done" && { isDone: true as const }),
      isRetired: false,
    }),
  );
  const wanted = listLinks(plan).filter(
    ([from, to]) => applied.issues.has(from) && applied.issues.has(to),
  );
  const known = new Set(plan.tasks.map((task) => task.id));
  const retired = (last?.tasks ?? [])
    .filter((task) => !known.has(task.id))
    .map((task) => ({
      ...(applied.released?.has(task.id) ? withoutIssue(task) : task),
      isRetired: true,
    }));
  return {
    version: 1,
    planId: plan.id,
    specPath: plan.specPath,
    ...(applied.commit !== undefined && { commit: applied.commit }),
    tasks: [...current, ...retired],
    trackingIssue: toRef(applied.trackingIssue),
    groups: toGroups(applied.groups),
    links: wanted,
    theirLinks: toPairs(applied.theirs?.links),
    logins: [...new Set([...(last?.logins ?? []), applied.login])].toSorted(),
  };
}

/** What people have seen to once stays theirs, as long as the issue is the same. */
function toParent(
  id: TaskId,
  { issues, parents, theirs }: Applied,
  before: RecordedTask | undefined,
): Pick<RecordedTask, "parent" | "isParentTheirs"> {
  const isSame = before?.issue?.nodeId === issues.get(id)?.nodeId;
  const isTheirs = theirs?.parents.includes(id) || (isSame && before?.isParentTheirs === true);
  if (isTheirs) return { isParentTheirs: true };
  return { parent: parents?.get(id) ?? before?.parent };
}

function keepTitle(
  id: TaskId,
  { issues }: Applied,
  before: ReadonlyMap<TaskId, RecordedTask>,
): string | undefined {
  const last = before.get(id);
  return last?.issue?.nodeId === issues.get(id)?.nodeId ? last?.adoptedTitle : undefined;
}

/** What is known of a task besides its issue. */
function withoutIssue(task: RecordedTask): RecordedTask {
  const { issue: _, parent: __, isParentTheirs: ___, adoptedTitle: ____, ...rest } = task;
  return { ...rest, labels: undefined };
}

function toPairs(pairs: PlanRecord["links"] | undefined): PlanRecord["theirLinks"] {
  return pairs === undefined || pairs.length === 0 ? undefined : pairs;
}

function toGroups(groups: Applied["groups"] = new Map()): PlanRecord["groups"] {
  if (groups.size === 0) return undefined;
  return [...groups].map(([key, { number, nodeId, databaseId }]) => ({
    key,
    issue: { number, nodeId, databaseId },
  }));
}

/** The three names only, whatever else the value carries. */
function toRef(issue: IssueRef | undefined): IssueRef | undefined {
  return issue && { number: issue.number, nodeId: issue.nodeId, databaseId: issue.databaseId };
}
