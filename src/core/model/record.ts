import { z } from "zod";
import {
  type GroupKey,
  groupKeyPattern,
  type PlanId,
  planIdPattern,
  type TaskId,
  taskIdPattern,
} from "./ids.ts";

const planId = z
  .string()
  .regex(planIdPattern)
  .transform((id) => id as PlanId);
const taskId = z
  .string()
  .regex(taskIdPattern)
  .transform((id) => id as TaskId);

const groupKey = z
  .string()
  .regex(groupKeyPattern)
  .transform((key) => key as GroupKey);

const issueRef = z.object({
  number: z.number().int(),
  nodeId: z.string(),
  databaseId: z.number().int(),
});

const sourceLink = z.object({
  commit: z.string(),
  path: z.string(),
  startLine: z.number().int(),
  endLine: z.number().int(),
});

const recordedTask = z.object({
  id: taskId,
  ownId: z.string().optional(),
  title: z.string(),
  contentHash: z.string(),
  /** Paths that the task named; left out where it named none. */
  files: z.array(z.string()).optional(),
  issue: issueRef.optional(),
  /** Node ID of the issue that we put it below. */
  parent: z.string().optional(),
  isParentTheirs: z.literal(true).optional(),
  /** Milestone and type as the settings named them. */
  adoptedTitle: z.string().optional(),
  labels: z.array(z.string()).optional(),
  milestone: z.string().optional(),
  type: z.string().optional(),
  source: sourceLink.optional(),
  isDone: z.literal(true).optional(),
  isRetired: z.boolean(),
});

/** The shape of `plans/<slug>/record.json` on the branch `keysteps`. */
export const planRecord = z.object({
  version: z.literal(1),
  planId,
  specPath: z.string(),
  commit: z.string().optional(),
  isWrittenBack: z.literal(true).optional(),
  tasks: z.array(recordedTask),
  trackingIssue: issueRef.optional(),
  groups: z.array(z.object({ key: groupKey, issue: issueRef })).optional(),
  links: z.array(z.tuple([taskId, taskId])),
  theirLinks: z.array(z.tuple([taskId, taskId])).optional(),
  logins: z.array(z.string()),
});

/** An issue as the three names GitHub has for it; `databaseId` is what the dependency endpoints want. */
export interface IssueRef {
  readonly number: number;
  readonly nodeId: string;
  readonly databaseId: number;
}

/** Lines of a spec at a commit, where they stay the same for good. */
export interface SourceLink {
  readonly commit: string;
  readonly path: string;
  /** First and last line, 1-based. */
  readonly startLine: number;
  readonly endLine: number;
}

/** A task as last applied; title and hash are what a reworded task is known again by. */
export interface RecordedTask {
  readonly id: TaskId;
  readonly ownId?: string | undefined;
  readonly title: string;
  readonly contentHash: string;
  /** Paths that the task named; left out where it named none. */
  readonly files?: readonly string[] | undefined;
  readonly issue?: IssueRef | undefined;
  /** Node ID of the issue that the plan wanted it below at the last apply. */
  readonly parent?: string | undefined;
  /** People put it below an issue or took it away themselves: it stays as they have it; left out otherwise. */
  readonly isParentTheirs?: true | undefined;
  /** The title that its issue had before it was taken over; left out of one that we made. */
  readonly adoptedTitle?: string | undefined;
  /** The labels that we put on its issue; missing where a version applied it that did not say. */
  readonly labels?: readonly string[] | undefined;
  /** Milestone and type as the settings named them at the last apply. */
  readonly milestone?: string | undefined;
  readonly type?: string | undefined;
  /** What its issue names as its source; missing where that commit is not known to GitHub. */
  readonly source?: SourceLink | undefined;
  /** The spec called it done; left out where it did not. */
  readonly isDone?: true | undefined;
  /** No longer in the spec: its ID is not given again. */
  readonly isRetired: boolean;
}

/** What the last apply left, kept on the branch `keysteps` beside the plan's artifacts. */
export interface PlanRecord {
  readonly version: 1;
  readonly planId: PlanId;
  readonly specPath: string;
  /** The commit whose spec changed something here last; unknown for one from a work tree. */
  readonly commit?: string | undefined;
  /** It is that of the last apply, with the boxes noted that were written back since; left out otherwise. */
  readonly isWrittenBack?: true | undefined;
  readonly tasks: readonly RecordedTask[];
  readonly trackingIssue?: IssueRef | undefined;
  /** Issues between tracking issue and tasks; left out where there are none. */
  readonly groups?: readonly { readonly key: GroupKey; readonly issue: IssueRef }[] | undefined;
  /** Blocked-by links that the plan wanted at the last apply: [blocking, blocked]. */
  readonly links: readonly (readonly [TaskId, TaskId])[];
  /** Those of them that people made or took away themselves: they stay as people have them; left out where there are none. */
  readonly theirLinks?: readonly (readonly [TaskId, TaskId])[] | undefined;
  /** Logins whose markers are trusted. */
  readonly logins: readonly string[];
}
