import type { FeaturesJson } from "../../model/artifact/features-json.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import type { Unsealed } from "../seal-json.ts";
import { toSourceEvidence } from "./to-source-evidence.ts";

/** features.json: what the plan's tasks serve. */
export function buildFeaturesJson({ plan }: ArtifactInput): Unsealed<FeaturesJson> {
  return {
    generated: undefined,
    features: plan.features.map(({ id, title, goal, priority, evidence }) => ({
      id,
      title,
      description: goal,
      priority,
      source_evidence: evidence.map(toSourceEvidence),
    })),
  };
}
