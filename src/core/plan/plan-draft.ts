import type { Plan } from "../model/plan.ts";

/** A plan before its findings are known: what the rules look at. */
export type PlanDraft = Omit<Plan, "diagnostics">;
