import type { SpecPart, SpecRequirement } from "../../model/spec.ts";

/** Requirements that are built and tested together. */
export interface PlanUnit {
  /** Unique in the plan and the same while its first requirement is. */
  readonly key: string;
  /** ID of the requirement that it is named after, where that is its own and not a line. */
  readonly ownId: string | undefined;
  readonly title: string;
  /** At least one unless it is made of interfaces; in document order. */
  readonly requirements: readonly SpecRequirement[];
  readonly interfaces: readonly SpecPart[];
}
