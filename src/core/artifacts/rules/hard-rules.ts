import { findCycleInFiles } from "./find-cycle-in-files.ts";
import { findMissingAnalysis } from "./find-missing-analysis.ts";
import { findMissingBoundaries } from "./find-missing-boundaries.ts";
import { findMissingChecks } from "./find-missing-checks.ts";
import { findMissingDurations } from "./find-missing-durations.ts";
import { findMissingEvidence } from "./find-missing-evidence.ts";
import { findUnresolvedConflicts } from "./find-unresolved-conflicts.ts";
import { findUntypedContention } from "./find-untyped-contention.ts";
import type { PlanRule } from "./plan-rule.ts";

/** The rules of T.A.S.K.S v3 that reject a plan, but for secrets, which are looked for in the files' text. */
export const hardRules: readonly PlanRule[] = [
  { name: "cycles", code: "KS511", find: findCycleInFiles },
  { name: "resource_edges_without_mutex_type", code: "KS512", find: findUntypedContention },
  { name: "missing_task_boundaries", code: "KS513", find: findMissingBoundaries },
  { name: "too_few_duration_estimates", code: "KS514", find: findMissingDurations },
  { name: "missing_evidence", code: "KS509", find: findMissingEvidence },
  { name: "no_verifiable_acceptance_checks", code: "KS515", find: findMissingChecks },
  { name: "missing_codebase_analysis", code: "KS516", find: findMissingAnalysis },
  { name: "conflicts_without_resolution", code: "KS523", find: findUnresolvedConflicts },
];
