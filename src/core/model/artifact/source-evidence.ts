import { z } from "zod";

/** Where the spec says it: quote, offsets, heading, lines. */
export const sourceEvidence = z.object({
  quote: z.string(),
  loc: z.object({ start: z.int().min(0), end: z.int().min(0) }),
  section: z.string(),
  startLine: z.int().min(1),
  endLine: z.int().min(1),
  /** The file, where a spec consists of several. */
  path: z.string().optional(),
  confidence: z.number().min(0).max(1).optional(),
});

/** The type of {@link sourceEvidence}. */
export type SourceEvidence = z.infer<typeof sourceEvidence>;
