import { z } from "zod";

/** Tasks that become ready together, after the same tasks, and can run side by side. */
export const parallelGroups = z.array(
  z.object({ after: z.array(z.string()), tasks: z.array(z.string()) }),
);
