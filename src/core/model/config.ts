import type { BoardWish } from "./board.ts";
import type { ResourceId } from "./ids.ts";
import type { IssueSettings } from "./issue.ts";
import type { Priority } from "./spec.ts";

/** A shared resource as planned with. */
export interface Resource {
  readonly id: ResourceId;
  /** `exclusive` has capacity 1. */
  readonly type: "exclusive" | "shared_limited";
  /** Units that can be held at once; an integer of at least 0. */
  readonly capacity: number;
  /** Globs of the files whose change needs the resource. */
  readonly location: readonly string[];
  /** The settings state the location, so the code adds nothing to it. */
  readonly isPlaced?: boolean;
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
  /** Schedules spent on improving the order of tasks; `undefined` for as many as its size is worth. */
  readonly orderSchedules: number | undefined;
  /** What random numbers start from; an integer of at least 0. */
  readonly seed: number;
  /** How what is done on GitHub gets into the spec: not, by one pull request that is kept up, or by commits. */
  readonly writeback: "off" | "pr" | "commit";
  /** Share of the requirements that tasks must serve; in [0, 1]. */
  readonly minCoverage: number;
  /** Requirements that no task serves get one. */
  readonly fillsGaps: boolean;
  /** Tasks that are too large are split, those that are too small put together. */
  readonly normalises: boolean;
  /** How tasks that only prose asks for are arranged: by what they serve, or in ten phases. */
  readonly structure: "features" | "ten_phases";
  readonly resources: readonly Resource[];
  /** Share of a wave that must be finished before the next one opens; above 0, at most 1. */
  readonly barrierQuorum: number;
  readonly machine: MachineLimits;
  readonly allocation: Allocation;
  /** Who works on plans; no one named means that people are no limit. */
  readonly people: readonly PeopleGroup[];
  /** By own ID or task ID; `*` holds for every task that is not named. */
  readonly taskHints: Readonly<Record<string, TaskHints>>;
  /** `undefined` where no working time is set: forecasts are in hours then, without dates. */
  readonly calendar: Calendar | undefined;
  /** What the issues of tasks are marked with; `undefined` where the settings do not say. */
  readonly issueFields: IssueSettings | undefined;
  /** The board that tasks are put on; `undefined` for none. */
  readonly board: BoardWish | undefined;
}

/** What the machines that run tasks have in all; `undefined` is no limit. */
export interface MachineLimits {
  readonly cpuCores: number | undefined;
  readonly memoryMb: number | undefined;
  readonly diskIoMbps: number | undefined;
}

/** How machines are given to tasks. */
export interface Allocation {
  /** Share of CPU, memory and disk that is kept free, from 0 to 90; not of locks, slots or people. */
  readonly headroomPercent: number;
  readonly isPreemptionEnabled: boolean;
  /** Who gives way first. */
  readonly preemptionPriorities: readonly Priority[];
}

/** People who can do the same things; each does one task at a time. */
export interface PeopleGroup {
  readonly name: string;
  /** An integer of at least 0. */
  readonly count: number;
  readonly skills: readonly string[];
}

/** What settings say about a task's run. */
export interface TaskHints {
  readonly cpuCores: number;
  readonly memoryMb: number;
  readonly diskIoMbps: number;
  /** All that the one who does it must be able to do. */
  readonly skills: readonly string[];
  /** Tasks (own ID or task ID) that must not run at the same time. */
  readonly avoids: readonly string[];
  /** It may be stopped for something more urgent. */
  readonly isPreemptible: boolean;
}

/** Working time of a day in local minutes since midnight; in order, not overlapping, at least one. */
export type DayHours = readonly { readonly from: number; readonly to: number }[];

/** When people work. */
export interface Calendar {
  /** When the first task starts: a local date or date and time (ISO 8601); `undefined` shows no dates. */
  readonly start: string | undefined;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** Working days from 1 (Monday) to 7 (Sunday); at least one. */
  readonly days: readonly number[];
  readonly hours: DayHours;
  /** Of days that have hours of their own: by weekday (`1` is Monday), all of them in `days`, or by date. */
  readonly ownHours?: Readonly<Record<string, DayHours>>;
  /** Local dates without work, both ends included. */
  readonly holidays: readonly { readonly from: string; readonly to: string }[];
}
