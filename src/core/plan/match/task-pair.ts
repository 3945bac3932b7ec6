import type { RecordedTask } from "../../model/record.ts";
import type { SpecTask } from "../../model/spec.ts";

/** A task of the spec and one of the last apply that may be the same. */
export interface TaskPair {
  readonly task: SpecTask;
  readonly recorded: RecordedTask;
}
