import type { Evidence } from "../../model/evidence.ts";
import type { DependencyType } from "../../model/plan.ts";

/** An order of two inferred tasks; `SpecTask.ref`s. */
export interface InferredLink {
  readonly from: string;
  readonly to: string;
  readonly type: DependencyType;
  readonly reason: string;
  /** In (0, 1). */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}
