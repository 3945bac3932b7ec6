import type { Diagnostic } from "./diagnostic.ts";
import type { Evidence } from "./evidence.ts";

/** What a task's box says. */
export type WorkState = "todo" | "in-progress" | "done" | "blocked" | "deferred";

/** What a text says of a task: how far it is, or that nobody is to do it. */
export type StatedState = WorkState | "cancelled";

/** A file that a task names. */
export interface SpecFile {
  /** Repository-relative path or glob as written, without quotes or backticks. */
  readonly path: string;
  readonly action: "create" | "edit" | "delete" | undefined;
}

/** How much work a task is, as stated; a single figure is its own range. Hours are working hours. */
export interface SpecEffort {
  /** The middle of the range unless the text names a likeliest figure. */
  readonly hours: number;
  readonly minHours: number;
  readonly maxHours: number;
  /** Story points, where the text counts in points. */
  readonly points: number | undefined;
  /** The stated split into kinds of work, in hours. */
  readonly parts: {
    readonly development: number | undefined;
    readonly testing: number | undefined;
    readonly review: number | undefined;
  };
  /** As written, such as `2-3 days`. */
  readonly text: string;
}

/** A step of a task: an entry of its checklist, never an issue of its own. */
export interface SpecSubtask {
  /** As written (`T031.2`), if any. */
  readonly id: string | undefined;
  readonly title: string;
  readonly isDone: boolean;
  readonly hours: number | undefined;
  readonly files: readonly SpecFile[];
  /** What the step leaves behind, as written. */
  readonly output: string | undefined;
  readonly line: number;
}

/** A command that shows whether a task is done, from a fence or a key of the task. */
export interface SpecCheck {
  /** One line of shell as written; never run by reading. */
  readonly command: string;
  /** What should come of it, as written. */
  readonly expects: string | undefined;
  readonly line: number;
}

/** How urgent something is; `P0` to `P3` in this order. */
export type Priority = "critical" | "high" | "medium" | "low";

/** One task as written. `ref` is its key within this document; tasks stand in document order. */
export interface SpecTask {
  /** Unique in the document: the own ID where unique, else `line:N`. */
  readonly ref: string;
  /** The ID as written without decoration (`T012`, `2.1`), if any. */
  readonly ownId: string | undefined;
  /** Plain text, one line, without ID, tags and box. */
  readonly title: string;
  /** Number of the phase it stands in, if its group has one. */
  readonly phase: number | undefined;
  /** `US1` and so on, from a tag or from the phase. */
  readonly story: string | undefined;
  /** The group (phase or section) it stands in; a `SpecGroup.id`. */
  readonly groupId: string | undefined;
  readonly state: StatedState;
  /** Marked `[P]`. */
  readonly isParallel: boolean;
  /** Marked as one that may be left out: `(optional)`, `[ ]*`. */
  readonly isOptional: boolean;
  readonly description: string | undefined;
  readonly files: readonly SpecFile[];
  /** Acceptance criteria and definition of done, one sentence each. */
  readonly doneWhen: readonly string[];
  /** A stated type such as `Deployment`, as written. */
  readonly type: string | undefined;
  readonly priority: Priority | undefined;
  /** Who is to do it, as written. */
  readonly owner: string | undefined;
  /** What whoever does it must be able to do, all of it, as the task says; each once. */
  readonly skills: readonly string[];
  readonly effort: SpecEffort | undefined;
  readonly subtasks: readonly SpecSubtask[];
  readonly checks: readonly SpecCheck[];
  /** Implementation notes, one a bullet or paragraph. */
  readonly notes: readonly string[];
  readonly risks: readonly string[];
  /** Resources that the task says it needs, as written. */
  readonly resources: readonly string[];
  /** Requirements that the task says it serves (`FR-001`, `1.2`, `AC-3`): trace links, no dependencies. */
  readonly requirements: readonly string[];
  readonly evidence: Evidence;
  /** File that the task stands in; one of `SpecDocument.files`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A heading that contains tasks: a phase, a user story, or a plain section. */
export interface SpecGroup {
  /** `phase:2`, `story:US1`, `section:LINE`; a phase that names a story is one `phase` group with `story` set. */
  readonly id: string;
  readonly kind: "phase" | "story" | "section";
  readonly number: number | undefined;
  readonly story: string | undefined;
  /** Plain text without `Phase 2:` and decorations. */
  readonly title: string;
  readonly priority: Priority | undefined;
  /** What the phase is for, as written after `Goal:` or `Purpose:`. */
  readonly goal: string | undefined;
  /** Stated duration in working hours. */
  readonly durationHours: number | undefined;
  readonly evidence: Evidence;
  readonly path: string;
  readonly line: number;
  /** `SpecTask.ref`s in document order. */
  readonly taskRefs: readonly string[];
}

/**
 * Where a statement about tasks was read: in the task itself, in a sentence or bullet about it, in a row of
 * a table, from an arrow of a graph, or only from the waves that tasks are listed in.
 */
export type StatementBasis = "task" | "rule" | "table" | "graph" | "waves";

/**
 * One dependency statement of the text and what became of it. Nothing is dropped: a statement
 * that makes no edge is `none`, `external` or `unresolved`, with its line.
 */
export type SpecStatement = {
  /** The statement as written, one line. */
  readonly text: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly evidence: Evidence;
} & (
  | {
      /** Each owner task waits for each task of `on`. */
      readonly kind: "edge";
      readonly owners: readonly string[];
      readonly on: readonly string[];
      /** The reason given in the text, if any. */
      readonly reason: string | undefined;
      /** 1 for a task's own statement; lower where it is a rule about many. */
      readonly confidence: number;
      readonly basis: StatementBasis;
    }
  | {
      /** Each owner group waits for each group of `on`; `SpecGroup.id`s. */
      readonly kind: "group-edge";
      readonly ownerGroups: readonly string[];
      readonly onGroups: readonly string[];
      readonly confidence: number;
    }
  | { readonly kind: "none"; readonly owner: string | undefined }
  | { readonly kind: "external" | "unresolved"; readonly owner: string | undefined }
);

/** A row of a temporal-logic table. Cells as written; `left`/`right` are the task refs the cells name. */
export interface TemporalRow {
  readonly kind: "sequence" | "mutual-exclusion" | "liveness" | "atomicity";
  readonly cells: readonly string[];
  /** sequence: what comes first; mutual exclusion: the first of the pair. Task refs. */
  readonly left: readonly string[];
  /** sequence: what comes after; mutual exclusion: the second of the pair. Task refs. */
  readonly right: readonly string[];
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly evidence: Evidence;
}

/** Something the product must do or be, as the prose says it. */
export interface SpecRequirement {
  /** As written (`FR-001`, `US2`), else `line:N`. Unique in the document. */
  readonly id: string;
  readonly kind: "functional" | "non-functional" | "success" | "story" | "scenario" | "feature";
  /** One sentence, plain text; of a story its title. */
  readonly text: string;
  /** How strongly it is said, by RFC 2119 words; EARS sentences and scenarios are `must`. */
  readonly level: "must" | "should" | "may";
  readonly priority: Priority | undefined;
  /** The story or requirement that a scenario or a numbered sentence belongs to: its `id`. */
  readonly parentId: string | undefined;
  /** The text asks for a decision: `[NEEDS CLARIFICATION]`, `TBD`. */
  readonly isUnclear: boolean;
  readonly evidence: Evidence;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Something that the text names and tasks make or use: an endpoint, an event, a table; or how it is deployed. */
export interface SpecPart {
  readonly kind: "interface" | "entity" | "deployment";
  /** `POST /users`, `User`; of a deployment the section or `deployment`. */
  readonly name: string;
  /** What is said of it, one line. */
  readonly text: string;
  readonly evidence: Evidence;
  readonly path: string;
  readonly line: number;
}

/** A row of a risk register, or a risk told in bullets. Levels as written. */
export interface SpecRisk {
  readonly title: string;
  readonly probability: string | undefined;
  readonly impact: string | undefined;
  readonly mitigation: string | undefined;
  readonly owner: string | undefined;
  readonly path: string;
  readonly line: number;
}

/** A row of a team table. Never a reason for a dependency. */
export interface SpecMember {
  readonly name: string;
  readonly role: string | undefined;
  readonly skills: readonly string[];
  readonly path: string;
  readonly line: number;
}

/** A line of a document's header or front matter, such as `Status: Draft`; key in lower case. */
export interface SpecField {
  readonly key: string;
  readonly value: string;
  readonly path: string;
  readonly line: number;
}

/** A file that a spec consists of. */
export interface SpecText {
  /** Repository-relative, forward slashes, or `description` for text given on the command line. */
  readonly path: string;
  /** As it stands in the file. */
  readonly text: string;
}

/** The manner in which a document writes its tasks. */
type Dialect =
  | "backlog"
  | "bmad"
  | "bold-checkbox"
  | "ccpm"
  | "checklist"
  | "gsd"
  | "heading-tasks"
  | "kiro"
  | "mixed"
  | "omo"
  | "openspec"
  | "phase-tasks"
  | "prose"
  | "spec-kit"
  | "spec-kitty"
  | "specweave"
  | "table"
  | "task-master"
  | "tasks-v8"
  | "trae"
  | "unknown";

/** Everything read from one spec: a file, or a folder read as one. */
export interface SpecDocument {
  /** Repository-relative path of the file or folder with forward slashes, or `description`. */
  readonly path: string;
  readonly title: string;
  readonly dialect: Dialect;
  /** Paths of the files that it was read from, in reading order. */
  readonly files: readonly string[];
  /** Header and front matter. */
  readonly fields: readonly SpecField[];
  readonly groups: readonly SpecGroup[];
  readonly tasks: readonly SpecTask[];
  readonly statements: readonly SpecStatement[];
  readonly temporal: readonly TemporalRow[];
  readonly requirements: readonly SpecRequirement[];
  readonly parts: readonly SpecPart[];
  readonly risks: readonly SpecRisk[];
  readonly team: readonly SpecMember[];
  readonly diagnostics: readonly Diagnostic[];
}
