import { z } from "zod";
import { generated } from "./generated.ts";
import { sourceEvidence } from "./source-evidence.ts";

/** The shape of features.json. */
export const featuresJson = z.object({
  generated,
  features: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string().optional(),
      priority: z.enum(["critical", "high", "medium", "low"]).optional(),
      source_evidence: z.array(sourceEvidence),
    }),
  ),
});

/** The type of features.json. */
export type FeaturesJson = z.infer<typeof featuresJson>;
