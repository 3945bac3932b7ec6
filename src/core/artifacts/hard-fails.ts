/**
 * The rules of T.A.S.K.S v3 that reject a plan, and two of our own, by whether
 * this version looks at them. A rule not looked at says nothing about a plan.
 */
export const hardFails = {
  judged: [
    "cycles",
    "missing_evidence",
    "duplicate_task_ids",
    "capacity_exceeded",
    "secrets_in_evidence",
  ],
  not_judged: [
    "resource_edges_without_mutex_type",
    "missing_task_boundaries",
    "too_few_duration_estimates",
    "no_verifiable_acceptance_checks",
    "missing_codebase_analysis",
  ],
} as const;
