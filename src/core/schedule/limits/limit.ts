import type { ResourceId } from "../../model/ids.ts";
import type { UnitNeed } from "../find-shortage.ts";

/** Something of which only so much can be in use at once. */
interface Limit {
  readonly id: ResourceId;
  /**
   * `resource`: what tasks take turns on. `machine`: CPU, memory, disk. `people`: who can do it.
   * `apart`: tasks that must not run at the same time.
   */
  readonly kind: "resource" | "machine" | "people" | "apart";
  /** Whole units. */
  readonly capacity: number;
  /** Of machines: what there is in all, headroom included. */
  readonly whole?: number;
  /** Of machines: the same with one more of what the settings count (a core, a gigabyte, a Mbit/s). */
  readonly oneMore?: { readonly capacity: number; readonly units: LimitUse["units"] };
  /** Of people: the groups that it counts, by their place in the settings. */
  readonly groups?: readonly number[];
}

/** A limit, and what each task takes of it; tasks by their place, those that take nothing left out. */
export interface LimitUse {
  readonly limit: Limit;
  readonly units: ReadonlyMap<number, number>;
}

/** All limits of a plan. */
export interface PlanLimits {
  readonly limits: readonly Limit[];
  /** By place of the task, in the order of `limits`. */
  readonly needs: readonly (readonly UnitNeed[])[];
  /** Tasks that need skills which nobody has, by place. */
  readonly unskilled: ReadonlyMap<number, readonly string[]>;
  /** `false` where people overlap in so many ways that more tasks may seem to fit than there are people for. */
  readonly isPeopleWhole: boolean;
}
