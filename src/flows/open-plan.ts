import { diffPlans } from "../core/artifacts/look/diff-plans.ts";
import { summarisePlan } from "../core/artifacts/look/summarise-plan.ts";
import { readPlan } from "../core/artifacts/read-plan.ts";
import { InputError } from "../core/errors.ts";
import type { PlanDifference } from "../core/model/plan-difference.ts";
import type { PlanSummary } from "../core/model/plan-summary.ts";
import type { CompileTools } from "./compile-spec.ts";

/** A plan that was read from its files, to be looked at. */
export interface OpenPlan {
  readonly summary: PlanSummary;
}

type Tools = Pick<CompileTools, "hash">;

/** A plan's files and where they came from. */
export interface PlacedPlan {
  readonly place: string;
  /** Text by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Opens a plan for looking at it. Faults between its files are let be: `validate-plan` tells them.
 *
 * @throws {InputError} if a file is missing, is not JSON or has a wrong field.
 */
export function openPlan(plan: PlacedPlan, tools: Tools): OpenPlan {
  const artifacts = requireArtifacts(plan, tools);
  return { summary: summarisePlan(artifacts) };
}

/**
 * What changed from one plan to another.
 *
 * @throws {InputError} as {@link openPlan}.
 */
export function comparePlans(was: PlacedPlan, is: PlacedPlan, tools: Tools): PlanDifference {
  return diffPlans(requireArtifacts(was, tools), requireArtifacts(is, tools));
}

function requireArtifacts({ place, files }: PlacedPlan, { hash }: Tools) {
  const { artifacts, diagnostics } = readPlan(files, hash);
  if (artifacts !== undefined) return artifacts;
  const [first] = diagnostics;
  throw new InputError(`Cannot read a plan in ${place}: ${first?.message ?? "it has no files"}`);
}
