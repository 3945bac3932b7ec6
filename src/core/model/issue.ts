import type { GroupKey, PlanId, TaskId } from "./ids.ts";
import type { FieldNames } from "./issue-field.ts";
import type { IssueRef } from "./record.ts";

/** An issue as a list of issues tells of it: enough to see whose it is. */
export interface ListedIssue extends IssueRef {
  readonly body: string;
  readonly authorLogin: string;
}

/** One that no record may know yet, and when it was opened. */
export interface DatedIssue extends ListedIssue {
  /** Epoch milliseconds, whole seconds. */
  readonly createdAt: number;
}

/** An open issue, which may be about a task already though it is not ours. */
export interface OpenIssue extends ListedIssue {
  readonly title: string;
  /** Its author belongs to the repository: owner, member or collaborator. */
  readonly isByMember: boolean;
}

/** An issue that is not ours and is taken over for a task, instead of making a second one. */
export interface Adoption {
  readonly taskId: TaskId;
  readonly issue: OpenIssue;
  /** Why it is taken for the task's, such as `same ID and title`. */
  readonly reason: string;
}

/** What an issue is marked with where the settings say so; what is left out is not asked for. */
export interface IssueFields {
  /** Title of a milestone of the repository. */
  readonly milestone?: string;
  /** Name of an issue type of the organisation. */
  readonly type?: string;
}

/** What the settings say of the issues of tasks. */
export interface IssueSettings extends IssueFields {
  /** Names of the organisation's fields that hold what tasks say. */
  readonly fields?: FieldNames;
}

/** An issue as GitHub has it. */
export interface ObservedIssue extends ListedIssue {
  readonly title: string;
  readonly state: "open" | "closed";
  readonly stateReason: "completed" | "not_planned" | "duplicate" | "reopened" | undefined;
  /** Who closed it last; `undefined` where it is open or GitHub does not tell. */
  readonly closedBy: string | undefined;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Database IDs of the issues that block it, closed ones too. */
  readonly blockedBy: readonly number[];
  /** Numbers of the open or merged pull requests that say they close it. */
  readonly pulls: readonly number[];
  /** Database ID of the issue that it is a sub-issue of; `null` for none, `undefined` where GitHub does not tell. */
  readonly parent: number | null | undefined;
  /** How many sub-issues it has; `undefined` where GitHub does not tell. */
  readonly childCount: number | undefined;
  /** Title of its milestone. */
  readonly milestone: string | undefined;
  /** Name of its type; `undefined` too where GitHub does not tell. */
  readonly type: string | undefined;
}

/** What is on GitHub of the issues asked for, read whole. */
export interface Observation {
  /** Those that are in the repository still. */
  readonly issues: readonly ObservedIssue[];
  /** All label definitions of the repository. */
  readonly labels: readonly Label[];
  /** This GitHub knows of sub-issues, as far as was seen. */
  readonly hasFamilies: boolean;
}

/** A label definition. */
export interface Label {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
}

/** What a managed block can do without where people's own text leaves it too little room. */
export interface BlockSlack {
  /** Parts of it, word for word, each followed by an empty line; in the order in which they are left out. */
  readonly parts: readonly string[];
  /** Where all of it stands. */
  readonly wholeUrl: string;
}

/** An issue as the plan wants it. */
export interface DesiredIssue {
  readonly taskId: TaskId;
  readonly title: string;
  /** The managed block, marker included. */
  readonly block: string;
  readonly slack: BlockSlack;
  /** Labels of ours, sorted. */
  readonly labels: readonly string[];
  /** The spec says the task is done. */
  readonly isDone: boolean;
  /** The spec said so at the last apply already. */
  readonly wasDone: boolean;
  /** The task says something else than at the last apply. */
  readonly isChanged: boolean;
  /** Tasks it waits for, after transitive reduction, in document order. */
  readonly blockedBy: readonly TaskId[];
  /** What it goes with where a plan has too many tasks for one parent: its feature. */
  readonly bundle: {
    /** Eight hexadecimal digits. */
    readonly key: string;
    readonly title: string;
  };
  readonly fields: IssueFields;
}

/** All that a plan wants to be on GitHub. */
export interface DesiredIssues {
  readonly planId: PlanId;
  readonly issues: readonly DesiredIssue[];
  readonly labels: readonly Label[];
  /** The spec as a Markdown link. */
  readonly specLink: string;
}

/** What was found of a plan on GitHub, recognised by record and marker. */
export interface RecognisedIssues {
  readonly issues: ReadonlyMap<TaskId, ObservedIssue>;
  readonly trackingIssue: ObservedIssue | undefined;
  /** Issues between tracking issue and tasks. */
  readonly groups: ReadonlyMap<GroupKey, ObservedIssue>;
  /** As of an observation. */
  readonly hasFamilies: boolean;
  /** Logins that write as us. */
  readonly logins: ReadonlySet<string>;
  /** The repository's labels, by name in lower case. */
  readonly labels: ReadonlyMap<string, Label>;
}
