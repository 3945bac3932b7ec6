import { z } from "zod";

/** The record of one plan's turns as it stands in a live comment. */
export const recordShape = z.object({
  version: z.literal(1),
  lane: z.string(),
  since: z.number().int(),
  holds: z.array(
    z.object({
      scope: z.string(),
      resource: z.string(),
      unit: z.number().int().min(0),
      task: z.string(),
      grantedAt: z.number(),
      passes: z.array(z.tuple([z.number().int(), z.string()])),
    }),
  ),
  freezes: z.array(
    z.object({
      scope: z.string(),
      resource: z.string(),
      pullNumber: z.number().int(),
      reason: z.string(),
    }),
  ),
});

/** What the line begins with, in a comment of HTML that nobody sees. */
export const recordStart = "<!-- keysteps:record ";
