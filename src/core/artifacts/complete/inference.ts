import type { TaskJson } from "../../model/artifact/task-json.ts";

/** What was put into a field that the spec leaves open, and why. */
export type Inference = NonNullable<TaskJson["inferred"]>[number];

/** A field of a task: its value, and how it was come by where the spec does not state it. */
export interface Filled<Value> {
  readonly value: Value;
  readonly inferred: readonly Inference[];
}
