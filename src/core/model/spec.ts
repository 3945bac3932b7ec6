import type { Diagnostic } from "./diagnostic.ts";
import type { Evidence } from "./evidence.ts";

/** What a task's box says. */
export type WorkState = "todo" | "in-progress" | "done" | "blocked" | "deferred";

/** A file that a task names. */
export interface SpecFile {
  /** Repository-relative path or glob as written, without quotes or backticks. */
  readonly path: string;
  readonly action: "create" | "edit" | "delete" | undefined;
}

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
  readonly state: WorkState;
  /** Marked `[P]`. */
  readonly isParallel: boolean;
  readonly description: string | undefined;
  readonly files: readonly SpecFile[];
  /** Completion criteria, one sentence each. */
  readonly doneWhen: readonly string[];
  /** A stated type such as `Deployment`, as written. */
  readonly type: string | undefined;
  readonly evidence: Evidence;
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
  readonly priority: "critical" | "high" | "medium" | "low" | undefined;
  readonly evidence: Evidence;
  readonly line: number;
  /** `SpecTask.ref`s in document order. */
  readonly taskRefs: readonly string[];
}

/**
 * One dependency statement of the text and what became of it. Nothing is dropped: a statement
 * that makes no edge is `none`, `external` or `unresolved`, with its line.
 */
export type SpecStatement = {
  /** The statement as written, one line, secrets redacted. */
  readonly text: string;
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
  readonly line: number;
  readonly column: number;
  readonly evidence: Evidence;
}

/** Everything read from one spec. */
export interface SpecDocument {
  /** Repository-relative path with forward slashes, or `description` for text given on the command line. */
  readonly path: string;
  readonly title: string;
  readonly dialect: "phase-tasks" | "spec-kit" | "mixed" | "unknown";
  readonly groups: readonly SpecGroup[];
  readonly tasks: readonly SpecTask[];
  readonly statements: readonly SpecStatement[];
  readonly temporal: readonly TemporalRow[];
  readonly diagnostics: readonly Diagnostic[];
}
