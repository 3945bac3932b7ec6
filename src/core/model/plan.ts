import type { Codebase } from "./codebase.ts";
import type { Config, Resource, TaskHints } from "./config.ts";
import type { Coverage } from "./coverage.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Evidence } from "./evidence.ts";
import type { FeatureId, PlanId, ResourceId, TaskId } from "./ids.ts";
import type { SpecTask, TemporalRow, WorkState } from "./spec.ts";

/** A capability that tasks serve; from the phases, stories or sections of the spec. */
export interface Feature {
  readonly id: FeatureId;
  /** Eight hexadecimal digits made of its title, so that it stays where features come and go. */
  readonly key: string;
  readonly title: string;
  /** What it is for, as the spec says. */
  readonly goal?: string | undefined;
  readonly priority: "critical" | "high" | "medium" | "low" | undefined;
  readonly evidence: readonly Evidence[];
}

/** A task's need of a resource and why we think so. */
export interface ResourceNeed {
  readonly resource: ResourceId;
  /** Whole units, at least 1. */
  readonly units: number;
  readonly origin: "stated" | "config" | "inferred";
  /** In (0, 1]. */
  readonly confidence: number;
  /** One sentence, such as `touches db/migrations/001.sql`. */
  readonly reason: string;
}

/** One unit of work: one issue. What its text says is as the spec has it. */
export interface Task extends Omit<SpecTask, "phase" | "evidence" | "state"> {
  readonly state: WorkState;
  readonly id: TaskId;
  readonly featureId: FeatureId;
  /** 0 if the spec has no phases. */
  readonly phase: number;
  readonly needs: readonly ResourceNeed[];
  /** What settings say of its run, by its ID, its own ID, or for all that are not named; `undefined` if nothing. */
  readonly hints: TaskHints | undefined;
  /** What whoever does it must be able to do, by its own entry in the settings, else by its text, else by the entry for all. */
  readonly skills: readonly string[];
  /** Only evidence below confidence 1 means that the task is inferred. */
  readonly evidence: readonly Evidence[];
  /** SHA-256 in hex of what the task says. Not of its ID, its place or its boxes. */
  readonly contentHash: string;
}

/** What kind of precedence or contention a dependency is. */
export type DependencyType =
  | "technical"
  | "sequential"
  | "infrastructure"
  | "knowledge"
  | "mutual_exclusion"
  | "resource_limited";

/** `from` must finish before `to`; for the two contention types: they must not overlap. */
export interface Dependency {
  readonly from: TaskId;
  readonly to: TaskId;
  readonly type: DependencyType;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
  readonly isHard: boolean;
  readonly origin: "stated" | "inferred";
  /** Set for the contention types. */
  readonly sharedResource: ResourceId | undefined;
}

/** Several tasks that need one resource, in the order the plan suggests. */
export interface ResourceConflict {
  readonly resource: ResourceId;
  readonly tasks: readonly TaskId[];
  readonly suggestedOrder: readonly TaskId[];
  readonly rationale: string;
}

/** The precedence graph after filtering. */
export interface Dag {
  /** Hard precedence edges at or above the minimum confidence, one a pair. */
  readonly edges: readonly Dependency[];
  /** The transitive reduction of `edges`; empty while there is a cycle. */
  readonly reduced: readonly (readonly [TaskId, TaskId])[];
  /** A topological order of all tasks, ties by document order; empty while there is a cycle. */
  readonly order: readonly TaskId[];
  /** Each cycle found, as a closed walk without the repeated end; shortest witness first. */
  readonly cycles: readonly (readonly TaskId[])[];
  readonly soft: readonly Dependency[];
  readonly lowConfidence: readonly Dependency[];
}

/** A row of the spec's temporal tables and what became of it. */
export interface TemporalConstraint {
  readonly kind: TemporalRow["kind"];
  /** `check`: it is about the product being built and binds nothing. */
  readonly effect: "order" | "lock" | "group" | "limit" | "check";
  /** The row in one line, as written. */
  readonly text: string;
  /** Tasks that it binds, or on which it is to be checked. */
  readonly tasks: readonly TaskId[];
  readonly path: string;
  readonly line: number;
}

/** One way in which tasks could wait for ever, and whether the plan is free of it. */
export interface DeadlockCheck {
  readonly question: string;
  readonly verdict: "yes" | "no" | "not judged";
  readonly reason: string;
  /** Tasks that the reason is about. */
  readonly tasks: readonly TaskId[];
}

/** A command that shows whether a task is done, though the spec does not name it. */
export interface TaskCheck {
  /** One line of shell. */
  readonly command: string;
  /** In (0, 1). */
  readonly confidence: number;
  readonly reason: string;
}

/** How a task fits into the code there is. */
export interface TaskCode {
  /** Names of what it makes a new kind of, and of what it uses; the surest first. */
  readonly extends: readonly string[];
  readonly imports: readonly string[];
  /** Of the least sure of them; 1 where there is none. */
  readonly confidence: number;
  /** What says so, name by name. */
  readonly reason: string;
  /** Owners of its files by CODEOWNERS. */
  readonly owners: readonly string[];
  readonly checks: readonly TaskCheck[];
}

/** What kind of work a task is, as far as others depend on it. */
export type WorkKind = "research" | "setup" | "test" | "documentation" | "deployment" | "build";

/** Interfaces that a task makes and uses, with versions, such as `POST /orders:v1`. */
export interface TaskInterfaces {
  readonly produced: readonly string[];
  readonly consumed: readonly string[];
}

/** A split or merge of tasks. */
export interface PlannedSize {
  readonly kind: "split" | "merge";
  readonly isMade: boolean;
  /** IDs as they stand; of tasks that are gone, the spec's own, else the title. */
  readonly tasks: readonly string[];
  /** What comes in their stead; no ID as long as it is proposed. */
  readonly parts: readonly {
    readonly id: TaskId | undefined;
    readonly title: string;
    readonly hours: number;
  }[];
  readonly reason: string;
}

/** The code that a plan fits into, and how its tasks do. */
export interface PlannedCode {
  readonly codebase: Codebase;
  readonly ofTask: ReadonlyMap<TaskId, TaskCode>;
}

/** What one spec asks to be done. Tasks in document order. */
export interface Plan {
  readonly id: PlanId;
  readonly specPath: string;
  readonly title: string;
  readonly dialect: string;
  readonly config: Config;
  /** `undefined` or left out where no code was looked at. */
  readonly code?: PlannedCode | undefined;
  /** By task, what kind of work it is. */
  readonly works?: ReadonlyMap<TaskId, WorkKind>;
  /** By task; those that name none are not in it. */
  readonly interfaces?: ReadonlyMap<TaskId, TaskInterfaces>;
  readonly features: readonly Feature[];
  readonly tasks: readonly Task[];
  readonly dependencies: readonly Dependency[];
  readonly resources: readonly Resource[];
  readonly conflicts: readonly ResourceConflict[];
  /** The temporal rows of the spec by place. */
  readonly constraints: readonly TemporalConstraint[];
  /** Computed from the graph and the locks. */
  readonly deadlocks: readonly DeadlockCheck[];
  readonly unresolved: readonly UnresolvedStatement[];
  /** Where the spec says that nothing is waited for. */
  readonly explicitNone?: readonly Omit<UnresolvedStatement, "kind">[];
  /** `undefined` where there is nothing to count: no requirements in sentences, or no stated tasks. */
  readonly coverage: Coverage | undefined;
  readonly groups: readonly PlanGroup[];
  readonly dag: Dag;
  /** Links that were made soft because tasks would have waited for each other; as they were. */
  readonly broken?: readonly { readonly link: Dependency; readonly cycle: readonly TaskId[] }[];
  /** Splits and merges that would give tasks a better size, or that were made. */
  readonly sizes?: readonly PlannedSize[];
  /** Task IDs that earlier versions of the plan used and this one does not. */
  readonly retired: readonly TaskId[];
  /** How the tasks that were there at the last apply were known again, in document order. */
  readonly matches: readonly TaskMatch[];
  /** The spec's findings and the plan's, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Which task of the last apply a task is, and how it was known again. */
export interface TaskMatch {
  readonly id: TaskId;
  /** Its title at the last apply. */
  readonly was: string;
  /** Such as `similar title 0.82, same files`. */
  readonly reason: string;
  /** Title or text are the same, so that it is no other task that is only alike. */
  readonly isSame: boolean;
}

/** A statement that names something outside the plan, or nothing we could find. */
export interface UnresolvedStatement {
  readonly path: string;
  readonly line: number;
  /** `undefined` where no one task says it: a section, a phase, a table. */
  readonly owner: TaskId | undefined;
  readonly text: string;
  readonly kind: "external" | "unresolved";
}

/** A phase, story or section with its tasks. */
export interface PlanGroup {
  readonly id: string;
  readonly title: string;
  readonly tasks: readonly TaskId[];
}
