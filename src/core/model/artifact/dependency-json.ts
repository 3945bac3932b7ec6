import { z } from "zod";

/** The six kinds of dependency; the last two are contention and stay out of the graph. */
export const dependencyType = z.enum([
  "technical",
  "sequential",
  "infrastructure",
  "knowledge",
  "mutual_exclusion",
  "resource_limited",
]);

/** The shape of one dependency in tasks.json: `from` before `to`. */
export const dependencyJson = z.object({
  from: z.string(),
  to: z.string(),
  type: dependencyType,
  reason: z.string(),
  evidence: z.array(
    z.object({
      type: z.string(),
      reason: z.string(),
      confidence: z.number().min(0).max(1),
      path: z.string().optional(),
      /** First and last line in that file. */
      lines: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
    }),
  ),
  confidence: z.number().min(0).max(1),
  isHard: z.boolean(),
  origin: z.enum(["stated", "inferred"]).optional(),
  shared_resource: z.string().optional(),
});

/** The type of {@link dependencyJson}. */
export type DependencyJson = z.infer<typeof dependencyJson>;
