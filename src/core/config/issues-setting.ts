import { z } from "zod";
import type { IssueSettings } from "../model/issue.ts";
import type { FieldKey, FieldNames } from "../model/issue-field.ts";

const fieldName = z.string().trim().min(1).max(100).optional();

/** `issues:`, what the issues of tasks are marked with. */
export const issuesSetting = z
  .strictObject({
    milestone: z.string().trim().min(1).max(255).optional(),
    type: z.string().trim().min(1).max(100).optional(),
    fields: z
      .strictObject({
        priority: fieldName,
        estimate: fieldName,
        wave: fieldName,
        start: fieldName,
        target: fieldName,
      })
      .optional(),
  })
  .transform(
    ({ milestone, type, fields }): IssueSettings => ({
      ...(milestone !== undefined && { milestone }),
      ...(type !== undefined && { type }),
      ...(fields !== undefined && { fields: dropUnset(fields) }),
    }),
  );

function dropUnset(
  names: {
    readonly [Key in FieldKey]?: string | undefined;
  },
): FieldNames {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}
