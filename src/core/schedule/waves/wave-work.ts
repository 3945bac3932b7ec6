import type { Workload } from "../simulate/workload.ts";

/** What waves are made of: tasks by place, and what parts them. */
export interface WaveWork {
  /** Precedence, and the limits that tasks of one wave may not exceed together. */
  readonly workload: Workload;
  /** Expected, by task. */
  readonly hours: Float64Array;
  /** An integer of at least 1. */
  readonly maxWaveSize: number;
}

/** Tasks by wave. */
export type WaveList = readonly (readonly number[])[];
