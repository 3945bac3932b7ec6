import { z } from "zod";

/** Where the spec says it: quote, offsets, heading, lines. */
export const sourceEvidence = z.object({
  quote: z.string(),
  loc: z.object({ start: z.int(), end: z.int() }),
  section: z.string(),
  startLine: z.int(),
  endLine: z.int(),
  /** The file, where a spec consists of several. */
  path: z.string().optional(),
  confidence: z.number().optional(),
});

/** The type of {@link sourceEvidence}. */
export type SourceEvidence = z.infer<typeof sourceEvidence>;
