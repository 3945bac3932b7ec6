import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PlanDraft } from "../plan-draft.ts";
import { findMissingOrder } from "./find-missing-order.ts";
import { findPhaseSizes } from "./find-phase-sizes.ts";
import { manySteps } from "./many-steps.ts";
import { optionalTests } from "./optional-tests.ts";
import { overflowing } from "./overflowing.ts";
import { tellRule } from "./tell-rule.ts";
import { tooLarge } from "./too-large.ts";
import { tooSmall } from "./too-small.ts";
import { unevenSteps } from "./uneven-steps.ts";
import { untested } from "./untested.ts";
import { vague } from "./vague.ts";
import { vagueCriteria } from "./vague-criteria.ts";
import { withoutCriteria } from "./without-criteria.ts";
import { withoutSteps } from "./without-steps.ts";
import type { WorkRule } from "./work-rule.ts";

const rules: readonly WorkRule[] = [
  ...[tooLarge, tooSmall, withoutSteps, manySteps, unevenSteps, overflowing],
  ...[vague, withoutCriteria, vagueCriteria, untested, optionalTests],
];

/** What makes a plan hard to work by: sizes, steps, vague words, missing criteria, tests and order. Never an error. */
export function findWorkFaults(plan: PlanDraft): readonly Diagnostic[] {
  return [
    ...rules.flatMap((rule) => tellRule(plan, rule)),
    ...findPhaseSizes(plan),
    ...findMissingOrder(plan),
  ];
}
