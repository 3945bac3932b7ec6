import type { TaskId } from "../../model/ids.ts";
import type { Dependency, Task, UnresolvedStatement } from "../../model/plan.ts";
import type { SpecDocument, SpecTask } from "../../model/spec.ts";
import type { TasksLayout } from "../../model/tasks-layout.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import type { Chain } from "../find-chain.ts";

/** What the task document is made of. */
export interface TasksInput extends ArtifactInput {
  /** The spec as it was read: its risks, team, goals and temporal rows are in no plan. */
  readonly spec: SpecDocument;
}

/** A task document being written. */
export interface TasksPage extends TasksInput {
  readonly layout: TasksLayout;
  /** The critical path by likely hours, finished tasks counted too; empty while there is a circle. */
  readonly chain: Chain;
  /** How the document calls a task: `T031` or `Task 2.1`. */
  readonly nameOf: (id: TaskId) => string;
  /** Several of them, parted by commas. */
  readonly listOf: (ids: readonly TaskId[]) => string;
  readonly taskOf: ReadonlyMap<TaskId, Task>;
  /** The same task as the spec has it: a plan adds to it. */
  readonly statedOf: ReadonlyMap<string, SpecTask>;
  /** What each task waits for, in document order. */
  readonly waitsFor: ReadonlyMap<TaskId, readonly TaskId[]>;
  /** What each task does not have to wait for though something says so. */
  readonly softInto: ReadonlyMap<TaskId, readonly Dependency[]>;
  /** What each task waits for that is no task of the plan. */
  readonly outsideOf: ReadonlyMap<TaskId | undefined, readonly UnresolvedStatement[]>;
}
