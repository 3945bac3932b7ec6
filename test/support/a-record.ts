import type { Plan } from "../../src/core/model/plan.ts";
import type { PlanRecord } from "../../src/core/model/record.ts";

/** The record that an apply of a plan leaves, without issues. */
export function aRecord(plan: Plan): PlanRecord {
  return {
    version: 1,
    planId: plan.id,
    specPath: plan.specPath,
    tasks: [
      ...plan.tasks.map(({ id, ownId, title, contentHash, files }) => ({
        id,
        ownId,
        title,
        contentHash,
        files: files.length === 0 ? undefined : files.map(({ path }) => path),
        isRetired: false,
      })),
      ...plan.retired.map((id) => ({ id, title: "", contentHash: "", isRetired: true })),
    ],
    links: [],
    logins: [],
  };
}
