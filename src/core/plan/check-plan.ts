import type { Diagnostic } from "../model/diagnostic.ts";
import type { PlanDraft } from "./plan-draft.ts";
import { findBrokenCycles } from "./rules/find-broken-cycles.ts";
import { findCoverageGaps } from "./rules/find-coverage-gaps.ts";
import { findCycleFaults } from "./rules/find-cycle-faults.ts";
import { findEvidenceGaps } from "./rules/find-evidence-gaps.ts";
import { findHeldBack } from "./rules/find-held-back.ts";
import { findOrderDoubts } from "./rules/find-order-doubts.ts";
import { findOverlaps } from "./rules/find-overlaps.ts";
import { findWorkFaults } from "./work/find-work-faults.ts";

const rules: readonly ((plan: PlanDraft) => readonly Diagnostic[])[] = [
  findCycleFaults,
  findBrokenCycles,
  findCoverageGaps,
  findEvidenceGaps,
  findHeldBack,
  findOrderDoubts,
  findOverlaps,
  findWorkFaults,
];

/** What is wrong or doubtful in a plan, rule by rule. */
export function checkPlan(plan: PlanDraft): readonly Diagnostic[] {
  return rules.flatMap((findFaults) => findFaults(plan));
}
