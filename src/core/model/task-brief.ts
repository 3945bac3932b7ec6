import type { TaskJson } from "./artifact/task-json.ts";

/** Another task as a brief names it. */
export interface NamedTask {
  readonly id: string;
  readonly title: string;
  readonly state: NonNullable<TaskJson["source"]>["state"];
  /** Files that it names. */
  readonly files: readonly string[];
  /** Why the one waits for the other; the least confidence of the links that say so. */
  readonly reasons: readonly string[];
  readonly confidence: number;
}

/** A resource that a task needs. */
export interface BriefedResource {
  readonly name: string;
  readonly units: number;
  /** Units there are. */
  readonly capacity: number;
  /** Globs of the files whose change needs it. */
  readonly location: readonly string[];
  readonly reason: string | undefined;
  /** Unfinished tasks that need it too and should have it before this one, and after it. */
  readonly turnAfter: readonly string[];
  readonly turnBefore: readonly string[];
}

/** Something that tasks give each other, such as `AuthAPI:v2`. */
export interface BriefedInterface {
  readonly name: string;
  readonly role: "produces" | "consumes";
  /** The tasks at its other end: users of what this one makes, makers of what it uses. */
  readonly others: readonly string[];
}

/** All that a plan knows of one task, for whoever does it. */
export interface TaskBrief {
  readonly plan: {
    readonly id: string | undefined;
    readonly title: string | undefined;
    /** Commands that show whether the repository's code is right. */
    readonly checks: readonly { readonly kind: string; readonly command: string }[];
  };
  readonly feature: { readonly id: string; readonly title: string | undefined };
  /** As tasks.json has it. */
  readonly task: TaskJson;
  readonly waitsFor: readonly NamedTask[];
  readonly waitedForBy: readonly NamedTask[];
  /** Tasks that it may wait for: links that are soft or not sure enough to bind. */
  readonly mayWaitFor: readonly NamedTask[];
  /** Statements of the task that name nothing in the plan, such as an account at a bank. */
  readonly waitsOutside: readonly string[];
  readonly resources: readonly BriefedResource[];
  readonly interfaces: readonly BriefedInterface[];
}
