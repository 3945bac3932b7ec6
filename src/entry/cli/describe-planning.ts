import { countOf } from "../../core/text/count-of.ts";
import type { CompiledSpec } from "../../flows/compile-spec.ts";
import { stripControls } from "./strip-controls.ts";

/** What was read of a spec and what became of it, in lines, for who wants to know more. */
export function describePlanning({ plan, schedule }: CompiledSpec): readonly string[] {
  const { soft, lowConfidence, reduced } = plan.dag;
  const stated = plan.dependencies.filter(({ origin }) => origin === "stated").length;
  const { coverage } = plan;
  return [
    `read ${plan.specPath} as ${plan.dialect}: ${countOf(plan.features.length, "feature")}, ${countOf(plan.groups.length, "group")}, ${countOf(plan.unresolved.length, "statement")} that name nothing here`,
    `dependencies: ${stated} stated, ${plan.dependencies.length - stated} inferred; ${soft.length} soft and ${lowConfidence.length} below confidence ${plan.config.minConfidence} kept out; ${reduced.length} after reduction`,
    coverage === undefined
      ? "coverage: not applicable"
      : `coverage: ${coverage.covered} of ${coverage.total} requirements`,
    `frontier: ${countOf(schedule.frontier.startable.length, "task")} can start now, ${schedule.frontier.waiting.length} more only wait for a resource or a slot`,
  ].map(stripControls);
}
