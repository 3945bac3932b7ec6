import type { ResourceId } from "./ids.ts";

/** A shared resource as planned with. */
export interface Resource {
  readonly id: ResourceId;
  /** `exclusive` has capacity 1. */
  readonly type: "exclusive" | "shared_limited";
  /** Units that can be held at once; an integer of at least 0. */
  readonly capacity: number;
  /** Globs of the files whose change needs the resource. */
  readonly location: readonly string[];
  /** How far a hold reaches. */
  readonly scope: "plan" | "repo" | "org";
  readonly reason: string;
  /** Tasks (own ID or task ID) that config lists, with the units each needs. */
  readonly tasks: Readonly<Record<string, number>>;
}

/** Who may run a plan and how: flags over environment over `.github/keysteps.yml` over defaults. */
export interface Config {
  readonly executionModel: "wave_based" | "rolling_frontier";
  /** Dependencies below it stay out of the graph; in [0, 1]. */
  readonly minConfidence: number;
  readonly maxWaveSize: number;
  readonly maxConcurrentTasks: number;
  readonly resources: readonly Resource[];
}
