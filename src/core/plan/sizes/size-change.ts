import type { SpecTask } from "../../model/spec.ts";

/** Tasks that would have a better size as others, and why. */
export interface SizeChange {
  readonly kind: "split" | "merge";
  /** The tasks as they stand: one to split, two or more to merge. */
  readonly tasks: readonly SpecTask[];
  /** The tasks in their stead: two or more parts in their order, or one of all. */
  readonly parts: readonly SpecTask[];
  /** Such as `24 h, more than 16 h; by its steps`. */
  readonly reason: string;
}
