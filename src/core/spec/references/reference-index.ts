import type { TaskKey } from "../items/task-key.ts";

/** A task that text can refer to. */
export interface TaskEntry {
  readonly ref: string;
  readonly ownId: string | undefined;
  readonly key: TaskKey | undefined;
  readonly title: string;
  readonly groupId: string | undefined;
  readonly stories: readonly string[];
  /** Other keys by which text may mean it: those of its steps, the numbers of `Task 3-5`. */
  readonly aliases: readonly TaskKey[];
  /** Position in the document, from 0. */
  readonly order: number;
}

/** A task with the key that it is sorted by. */
export interface KeyedTask {
  readonly key: TaskKey;
  readonly task: TaskEntry;
}

/** Tasks by the prefix of their IDs, each list by number. */
export type KeyOrder = ReadonlyMap<string, readonly KeyedTask[]>;

/** A group that text can refer to. */
export interface GroupEntry {
  readonly id: string;
  /** `phase`, `wave`, `story`, …; empty for a plain section. */
  readonly word: string;
  readonly number: string;
  readonly story: string | undefined;
  /** What it can be called by, normalised. */
  readonly names: readonly string[];
  readonly order: number;
  readonly taskRefs: readonly string[];
}

/** All that dependency text of one document can refer to. */
export interface ReferenceIndex {
  readonly tasks: readonly TaskEntry[];
  readonly groups: readonly GroupEntry[];
  readonly byRef: ReadonlyMap<string, TaskEntry>;
  /** By normalised key (`T:12`, `:2.1`). */
  readonly byKey: ReadonlyMap<string, readonly TaskEntry[]>;
  /** Tasks by their other normalised keys: `T031.2` is part of T031. */
  readonly byAlias: ReadonlyMap<string, readonly TaskEntry[]>;
  /** By number, for ranges and wildcards. */
  readonly byNumber: KeyOrder;
  /** All own IDs in upper case, sorted. */
  readonly ownIds: readonly string[];
  /** By own ID in upper case. */
  readonly byOwnId: ReadonlyMap<string, readonly TaskEntry[]>;
  /** By normalised title. */
  readonly byTitle: ReadonlyMap<string, readonly TaskEntry[]>;
  /** By story, from tags and groups. */
  readonly byStory: ReadonlyMap<string, readonly TaskEntry[]>;
  readonly groupById: ReadonlyMap<string, GroupEntry>;
  /** By word and number (`phase 2`), and by story (`story 1`). */
  readonly groupsByNumber: ReadonlyMap<string, readonly GroupEntry[]>;
  /** By each of their names. */
  readonly groupsByName: ReadonlyMap<string, readonly GroupEntry[]>;
  /** Some of the document's own IDs are two numbers with a hyphen between them: `01-02`. */
  readonly hasPairIds: boolean;
  /** Prefixes that the document's own IDs have. */
  readonly prefixes: ReadonlySet<string>;
}

/** Who says it: relative words (`all previous tasks`) and bare numbers mean something only to them. */
export interface Asker {
  readonly task: TaskEntry | undefined;
  readonly group: GroupEntry | undefined;
}

/** What a reference comes to. */
export type Referent =
  | {
      readonly kind: "tasks";
      readonly refs: readonly string[];
      /** A set by rule (`all previous tasks`), which leaves out who asks. */
      readonly isSet: boolean;
    }
  | { readonly kind: "groups"; readonly ids: readonly string[] }
  | { readonly kind: "none" }
  | { readonly kind: "external" }
  | { readonly kind: "unresolved"; readonly why: string };

/** One stretch of dependency text with what it refers to. */
export interface Reference {
  readonly referent: Referent;
  readonly text: string;
  /** What is said about it in the text, if anything. */
  readonly reason: string | undefined;
  /** Index of its first unit in the text. */
  readonly at: number;
  /** Index in the text just after it. */
  readonly end: number;
  /** Said to be optional: wished for, not needed. */
  readonly isSoft: boolean;
  /** One of several of which any is enough, so that none of them is needed. */
  readonly isAlternative?: boolean;
}
