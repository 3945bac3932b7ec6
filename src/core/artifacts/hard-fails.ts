import { hardRules } from "./rules/hard-rules.ts";

/**
 * The rules that reject a plan, all of which are looked at: those of T.A.S.K.S v3, and of ours that
 * an ID is given once and that no task needs more of a resource than there is.
 */
export const hardFails: readonly string[] = [
  ...hardRules.map(({ name }) => name),
  "secrets_in_evidence",
  "duplicate_task_ids",
  "capacity_exceeded",
  "coverage",
];
