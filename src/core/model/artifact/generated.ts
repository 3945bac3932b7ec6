import { z } from "zod";

/** Who wrote an artifact and when; `contentHash` is of the rest of the file. */
export const generated = z.object({
  by: z.string(),
  /** ISO 8601, of the spec's last change and not of the run. */
  timestamp: z.string(),
  /** SHA-256 in hex of the file's RFC 8785 form without `generated`. */
  contentHash: z.string(),
});

/** The type of {@link generated}. */
export type Generated = z.infer<typeof generated>;
