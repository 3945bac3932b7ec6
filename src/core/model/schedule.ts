import type { Diagnostic } from "./diagnostic.ts";
import type { ResourceId, TaskId } from "./ids.ts";

/** Hours of work as three points; none below the one before, none negative. */
export interface HoursEstimate {
  readonly optimistic: number;
  readonly likely: number;
  readonly pessimistic: number;
  /**
   * Of work under way that has outlasted its optimistic hours: the law that it is the rest of, by its likeliest
   * value, and how far it has come, as shares of the whole span; a PERT law of the three points if left out.
   */
  readonly rest?: { readonly mode: number; readonly from: number };
}

/** Hours that half, four in five, and nineteen in twenty of the simulated runs did not exceed. */
export interface Quantiles {
  readonly p50Hours: number;
  readonly p80Hours: number;
  readonly p95Hours: number;
}

/** Where a plan stands in the middle of its work. Tasks in neither are to be done; both lists may name others. */
export interface PlanProgress {
  readonly done: ReadonlySet<TaskId>;
  /** Tasks under way, with the hours worked on each so far. */
  readonly started: ReadonlyMap<TaskId, number>;
}

/** When something starts and ends, in hours from the start of a forecast; 0 for what is finished. */
export interface Timing {
  /** It is finished already, not only without hours of its own. */
  readonly isDone: boolean;
  readonly startP50Hours: number;
  readonly finish: Quantiles;
}

/** A local date and time with its offset (ISO 8601), such as `2026-03-02T09:00+01:00`. */
export type LocalTime = string;

/** {@link Quantiles} as dates. */
export interface DateQuantiles {
  readonly p50: LocalTime;
  readonly p80: LocalTime;
  readonly p95: LocalTime;
}

/** A forecast by the calendar. */
export interface PlanDates {
  /** IANA name. */
  readonly timeZone: string;
  /** When the first work of the forecast can begin. */
  readonly start: LocalTime;
  /** `undefined`, here and below, also for what is more than a hundred years away. */
  readonly rolling: DateQuantiles | undefined;
  readonly waves: DateQuantiles | undefined;
  /** By wave; `undefined` for one that is finished. */
  readonly perWave: readonly (DatedTiming | undefined)[];
  /** In the order of the forecast's tasks; `undefined` for one that is finished. */
  readonly tasks: readonly (DatedTiming | undefined)[];
}

/** A {@link Timing} as dates. */
interface DatedTiming {
  readonly startP50: LocalTime;
  readonly finish: DateQuantiles;
}

/** One way of running the rest of a plan, over all simulated runs. */
interface ModelForecast extends Quantiles {
  /** How far its figures may be off, as they are drawn from so many runs. */
  readonly standardErrors: Quantiles & { readonly meanHours: number };
  /**
   * Share of the slots (`max_concurrent_tasks`) that are busy, on average; above 1 only while more
   * tasks are under way than there are slots.
   */
  readonly utilisation: number;
}

/** Tasks that become ready together and can run side by side; no more than there are slots. */
export interface ParallelGroup {
  /** What they wait for; empty if for nothing. */
  readonly after: readonly TaskId[];
  /** Two or more, in document order. */
  readonly tasks: readonly TaskId[];
}

/** How long the rest of a plan takes, simulated from where its boxes stand. Hours of work from now. */
export interface Forecast {
  readonly runs: number;
  readonly precision: {
    /** Share of itself to which mean, P80 and P95 of both ways of running are to be known. */
    readonly wanted: number;
    /** `false` where the most runs that a plan of this size gets were not enough. */
    readonly isReached: boolean;
  };
  readonly rolling: ModelForecast;
  readonly waves: ModelForecast;
  /** Share of the time of waves that rolling saves on the same samples; below 0 where it takes longer. */
  readonly advantage: number;
  /** Runs in which rolling took longer than waves, as may happen though it is shorter on the mean. */
  readonly slowerRuns: number;
  /** By wave, how long it stays open until all of its tasks are finished; and when, wave by wave. */
  readonly perWave: readonly (Quantiles & Timing)[];
  /** When each starts and ends in the rolling runs, in document order. */
  readonly tasks: readonly (Timing & {
    readonly id: TaskId;
    /** Share of the runs in which the end of the plan hung on the task; from 0 to 1. */
    readonly criticality: number;
  })[];
  /** One run of the rest in which each task takes exactly its expected hours; 0 for what is finished. By ID. */
  readonly run: readonly {
    readonly id: TaskId;
    readonly startHours: number;
    readonly finishHours: number;
  }[];
  /**
   * By limit, the share of its units that is in use on average while the plan runs; above 1 only
   * where more is under way than there is.
   */
  readonly usage: Readonly<Record<ResourceId, number>>;
  /** `undefined` without a calendar that has a start. */
  readonly dates: PlanDates | undefined;
  /** Hours of all that is left, one task after the other; half of the same runs did not exceed them. */
  readonly sequentialHours: number;
  /** What is left of the plan, if every task took its likely hours: the shortest schedule found and a bound that none can beat. */
  readonly ideal: {
    readonly hours: number;
    readonly lowerBoundHours: number;
    readonly schedules: number;
  };
  /**
   * Limits that cost time, rolling or in waves, the costliest rolling first; `max_concurrent_tasks`
   * may be among them.
   */
  readonly bottlenecks: readonly {
    readonly resource: string;
    /** What the plan, rolling, would be faster without the limit; 0 where it costs something in waves alone. */
    readonly addsHours: number;
    /** The same wave by wave, and how many waves fewer there would be; below 0 where there would be more. */
    readonly inWaves: { readonly addsHours: number; readonly addsWaves: number };
    /**
     * What one unit more would save, of machines one more of what the settings count (a core, a
     * gigabyte), of people one more who can do the same as one of them; from 0 to what the limit adds. `undefined` for tasks kept apart, which no unit would let overlap.
     */
    readonly oneMoreSavesHours: number | undefined;
  }[];
}

/** Tasks that may run together once all earlier waves are done. */
export interface Wave {
  /** From 1. */
  readonly number: number;
  /** In document order. */
  readonly tasks: readonly TaskId[];
  /** Most units that can be in use at once while the wave runs, by resource: what those of its tasks take that fit together. */
  readonly resourceUsage: Readonly<Record<ResourceId, number>>;
  /** Tasks that must be finished before the next wave opens. */
  readonly quorum: number;
}

/** Who may start now, and who only waits for a resource or a slot. */
export interface Frontier {
  /** Tasks whose predecessors are all satisfied and that the spec does not hold back as blocked or deferred. */
  readonly ready: readonly TaskId[];
  /** Those of `ready` that fit the free units and slots, in order of urgency. */
  readonly startable: readonly TaskId[];
  /** Those of `ready` that do not, with the first resource they wait for (or `max_concurrent_tasks`). */
  readonly waiting: readonly { readonly task: TaskId; readonly resource: string }[];
}

/** A task under way that should give way to another. */
export interface Preemption {
  readonly task: TaskId;
  readonly to: TaskId;
}

/** Something other than a resource or a slot that tasks can run into: a machine, people, tasks kept apart. */
export interface RunLimit {
  /** Such as `memory_mb`. */
  readonly id: ResourceId;
  /** Whole units. */
  readonly capacity: number;
  /** Units that each task takes while it runs, in document order; tasks that take none are not in it. */
  readonly units: readonly (readonly [TaskId, number])[];
}

/** When a plan's tasks can run. Empty while the graph has a cycle. */
export interface Schedule {
  readonly waves: readonly Wave[];
  /** Share of a wave that must be finished before the next opens. */
  readonly barrierQuorum: number;
  /** Units of each limit that tasks can run into: resources, machines less their headroom, people. */
  readonly capacities: Readonly<Record<ResourceId, number>>;
  /** Those of the limits that nobody holds one by one, with what each task takes. */
  readonly limits: readonly RunLimit[];
  /**
   * All tasks, the one to start first where several could: what the forecast, the frontier, the
   * coordinator and turns on resources follow.
   */
  readonly priority: readonly TaskId[];
  /**
   * All tasks as they begin by that priority if each takes its expected hours; never against the graph.
   * Empty where a task can never start.
   */
  readonly begins: readonly TaskId[];
  readonly frontier: Frontier;
  /** Preemptible tasks under way that should give way to waiting ones of higher priority. */
  readonly preemptions: readonly Preemption[];
  /** Tasks on the longest path by count, first to last. */
  readonly longestPath: readonly TaskId[];
  /** The longest chain of what is left by likely hours; resources do not count. */
  readonly criticalPath: {
    readonly hours: number;
    /** Unfinished, first to last. */
    readonly tasks: readonly TaskId[];
    /** By unfinished task, how long it could be put off before the chain got longer; 0 on it. */
    readonly slackHours: Readonly<Record<TaskId, number>>;
  };
  /** Most tasks of which none waits for another: exact, or the biggest layer of the graph, which is never more. */
  readonly width: {
    readonly width: number;
    readonly method: "dilworth_matching" | "kahn_layer_max";
  };
  /** For each resource that tasks contend for, the number of waves there would be without it. */
  readonly wavesWithout: Readonly<Record<ResourceId, number>>;
  readonly parallelGroups: readonly ParallelGroup[];
  /** Hours of each task, in the order of the plan; the forecast counts with them. */
  readonly estimates: readonly HoursEstimate[];
  /** `undefined` for a plan without tasks, or one that could never end. */
  readonly forecast: Forecast | undefined;
  /** Why there is no forecast, as half a sentence; `undefined` where there is one. */
  readonly whyNoForecast: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
