import type { Diagnostic } from "./diagnostic.ts";
import type { ResourceId, TaskId } from "./ids.ts";

/** Tasks that may run together once all earlier waves are done. */
export interface Wave {
  /** From 1. */
  readonly number: number;
  /** In document order. */
  readonly tasks: readonly TaskId[];
  /** Units in use by resource while the wave runs. */
  readonly resourceUsage: Readonly<Record<ResourceId, number>>;
}

/** Who may start now, and who only waits for a resource or a slot. */
export interface Frontier {
  /** Tasks whose predecessors are all satisfied. */
  readonly ready: readonly TaskId[];
  /** Those of `ready` that fit the free units and slots, in order of urgency. */
  readonly startable: readonly TaskId[];
  /** Those of `ready` that do not, with the first resource they wait for (or `max_concurrent_tasks`). */
  readonly waiting: readonly { readonly task: TaskId; readonly resource: string }[];
}

/** When a plan's tasks can run. Empty while the graph has a cycle. */
export interface Schedule {
  readonly waves: readonly Wave[];
  readonly frontier: Frontier;
  /** Tasks on the longest path by count, first to last. */
  readonly longestPath: readonly TaskId[];
  /** Most tasks of which none waits for another: exact, or the biggest layer of the graph, which is never more. */
  readonly width: {
    readonly width: number;
    readonly method: "dilworth_matching" | "kahn_layer_max";
  };
  /** For each resource that tasks contend for, the number of waves there would be without it. */
  readonly wavesWithout: Readonly<Record<ResourceId, number>>;
  readonly diagnostics: readonly Diagnostic[];
}
