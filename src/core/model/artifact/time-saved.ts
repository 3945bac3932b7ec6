import { z } from "zod";

/** Working side by side against one task after the other. */
export const timeSaved = z.object({
  sequential_hours: z.number().min(0),
  parallel_hours: z.number().min(0),
  saved_hours: z.number(),
  saved_percent: z.number().max(100),
});
