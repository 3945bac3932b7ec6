import { z } from "zod";
import type { IssueFields } from "../model/issue.ts";

/** `issues:`, what the issues of tasks are marked with. */
export const issuesSetting = z
  .strictObject({
    milestone: z.string().trim().min(1).max(255).optional(),
    type: z.string().trim().min(1).max(100).optional(),
  })
  .transform(
    ({ milestone, type }): IssueFields => ({
      ...(milestone !== undefined && { milestone }),
      ...(type !== undefined && { type }),
    }),
  );
