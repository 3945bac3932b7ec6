import { z } from "zod";
import { sourceEvidence } from "./source-evidence.ts";

const boundaries = z.object({
  expected_complexity: z.object({ value: z.string(), breakdown: z.string().optional() }).optional(),
  definition_of_done: z
    .object({ criteria: z.array(z.string()), stop_when: z.string().optional() })
    .optional(),
  scope: z
    .object({
      includes: z.array(z.string()).optional(),
      excludes: z.array(z.string()).optional(),
      restrictions: z.string().optional(),
    })
    .optional(),
});

const resourceRequirements = z.object({
  estimated: z.object({
    exclusive_resources: z.array(z.string()).optional(),
    /** Units by resource. */
    shared_resources: z.record(z.string(), z.int().min(1)).optional(),
  }),
});

/** Why a task is held to need a resource. */
const resourceReason = z.object({
  resource: z.string(),
  units: z.int().min(1),
  origin: z.enum(["stated", "config", "inferred"]),
  confidence: z.number().min(0).max(1),
  reason: z.string(),
});

/** Where in the spec a task stands, and what its box says. */
const source = z.object({
  id: z.string().optional(),
  path: z.string(),
  line: z.int().optional(),
  state: z.enum(["todo", "in-progress", "done", "blocked", "deferred"]),
  parallel: z.boolean(),
});

/** The shape of one task in tasks.json. What nothing states or computes is absent. */
export const taskJson = z.object({
  id: z.string(),
  feature_id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  boundaries: boundaries.optional(),
  resource_requirements: resourceRequirements.optional(),
  resource_reasons: z.array(resourceReason).optional(),
  source_evidence: z.array(sourceEvidence),
  contentHash: z.string(),
  source: source.optional(),
});

/** The type of {@link taskJson}. */
export type TaskJson = z.infer<typeof taskJson>;
