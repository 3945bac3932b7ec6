import type { GroupKey, TaskId } from "./ids.ts";
import type { Adoption, BlockSlack, IssueFields, Label } from "./issue.ts";

/** The changes that one write makes to an existing issue. */
export interface IssueChanges extends IssueFields {
  readonly title?: string;
  readonly body?: string;
  readonly state?: "open" | "closed";
  readonly stateReason?: "completed" | "not_planned" | "reopened";
}

/** An issue that tasks are sub-issues of. */
export type ParentKey = GroupKey | "tracking";

/** An issue of a plan by what it is for. */
export type IssueKey = TaskId | ParentKey;

/** One write. Order within a patch: labels, parents, creates in topological order, edits, links. */
export type PatchStep =
  | { readonly kind: "create-label"; readonly label: Label }
  | {
      readonly kind: "create-issue";
      readonly taskId: TaskId;
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
      readonly parent?: ParentKey | undefined;
      readonly fields?: IssueFields;
    }
  | {
      readonly kind: "create-tracking";
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
    }
  | {
      readonly kind: "create-group";
      readonly group: GroupKey;
      readonly title: string;
      readonly body: string;
      readonly parent: "tracking" | undefined;
    }
  | {
      readonly kind: "update-group";
      readonly group: GroupKey;
      readonly number: number;
      readonly changes: IssueChanges;
      readonly block: string;
    }
  | {
      readonly kind: "set-parent";
      readonly child: IssueKey;
      readonly parent: ParentKey;
      /** It has another parent, which we set. */
      readonly isMoved: boolean;
    }
  | {
      readonly kind: "update-issue";
      readonly taskId: TaskId;
      readonly number: number;
      readonly changes: IssueChanges;
      /** The managed block wanted, where the body changes: what it is merged with may have changed meanwhile. */
      readonly block?: string;
      readonly slack?: BlockSlack;
    }
  | {
      readonly kind: "add-labels";
      readonly taskId: TaskId;
      readonly number: number;
      readonly labels: readonly string[];
    }
  | {
      readonly kind: "remove-label";
      readonly taskId: TaskId;
      readonly number: number;
      readonly label: string;
    }
  | { readonly kind: "add-link"; readonly blocking: TaskId; readonly blocked: TaskId }
  | { readonly kind: "remove-link"; readonly blocking: TaskId; readonly blocked: TaskId };

/**
 * An issue where people and the spec say different things: `changed`, it is closed and its task was changed since;
 * `reopened`, it was opened again and the spec calls its task done; `full`, what people wrote leaves no room for
 * the task's text; `retitled`, people gave it another title, which is put back.
 */
export interface IssueFlag {
  readonly kind: "changed" | "reopened" | "full" | "retitled";
  readonly taskId: TaskId;
  readonly number: number;
  readonly title: string;
}

/** What the plan wants and people have seen to themselves, by making it or by taking ours away: theirs from then on. */
export interface PeoplesPart {
  /** Blocked-by links, [blocking, blocked]. */
  readonly links: readonly (readonly [TaskId, TaskId])[];
  /** Tasks whose issue's parent is theirs. */
  readonly parents: readonly TaskId[];
}

/** The fewest writes between what GitHub has and what the plan wants. */
export interface Patch {
  readonly steps: readonly PatchStep[];
  /** What each task's issue is below once it is written, as far as that is our doing. */
  readonly parents: ReadonlyMap<TaskId, ParentKey>;
  readonly theirs: PeoplesPart;
  /** The labels on each task's issue once it is written that are our doing. */
  readonly labels: ReadonlyMap<TaskId, readonly string[]>;
  /** In the order of the issues. */
  readonly flags: readonly IssueFlag[];
}

/** The first write of a tracking issue, before its tasks have numbers. */
export type OpeningStep = Extract<PatchStep, { readonly kind: "create-tracking" }>;

/** The write that brings a tracking issue's text up to date. */
export interface TrackingStep {
  readonly kind: "update-tracking";
  readonly number: number;
  readonly changes: IssueChanges;
}

/** What a patch means to people. */
export interface PatchSummary {
  /** Tasks that get an issue. */
  readonly added: readonly TaskId[];
  /** Tasks whose issue is edited, relabelled, closed as done or reopened. */
  readonly changed: readonly TaskId[];
  /** Tasks that left the spec: their issue is closed as not planned. */
  readonly closed: readonly { readonly number: number; readonly title: string }[];
  /** Issues on record that are gone from the repository (deleted, moved, made a discussion): their tasks get new ones. */
  readonly remade: readonly { readonly number: number; readonly taskId: TaskId }[];
  readonly flags: readonly IssueFlag[];
  /** Issues that were there already and are taken over. */
  readonly adopted: readonly Adoption[];
  /** Issues that may be a task's, where only people can tell; one line each. */
  readonly doubts: readonly string[];
  /** Tasks that are put below another issue. */
  readonly moved: number;
  readonly linksAdded: number;
  readonly linksRemoved: number;
  readonly labelsAdded: number;
}
