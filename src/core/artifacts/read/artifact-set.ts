import type { CoordinatorJson } from "../../model/artifact/coordinator-json.ts";
import type { DagJson } from "../../model/artifact/dag-json.ts";
import type { FeaturesJson } from "../../model/artifact/features-json.ts";
import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import type { WavesJson } from "../../model/artifact/waves-json.ts";

/** The JSON files of a plan, each read and of the right shape. */
export interface ArtifactSet {
  readonly features: FeaturesJson;
  readonly tasks: TasksJson;
  readonly dag: DagJson;
  readonly waves: WavesJson;
  readonly coordinator: CoordinatorJson;
}

/** What of a plan speaks of its tasks; the files beside tasks.json where they can be read. */
export interface TaskFiles {
  readonly tasks: TasksJson;
  readonly features: FeaturesJson | undefined;
  readonly coordinator: CoordinatorJson | undefined;
}

/** A value of a file, at a path of keys and indices; without any, the file as a whole. */
export interface FilePlace {
  readonly file: string;
  readonly keys: readonly (string | number)[];
}

/** What is wrong in one file. */
export interface ArtifactFault extends FilePlace {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** What is wrong, then, after the last semicolon, what to do. */
  readonly message: string;
  /** Of the file, from 1, where the place has none; looked up if left out. */
  readonly line?: number;
  /** What it was held against, which may be wrong instead; nothing if left out. */
  readonly rests?: readonly FilePlace[];
}
