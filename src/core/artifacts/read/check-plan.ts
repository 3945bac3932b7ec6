import type { TasksMetaJson } from "../../model/artifact/tasks-meta-json.ts";
import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { checkAnalysis } from "./check-analysis.ts";
import { checkCoverage } from "./check-coverage.ts";
import { checkEstimates } from "./check-estimates.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkNeighbours } from "./check-neighbours.ts";
import { checkRules } from "./check-rules.ts";
import { checkStatements } from "./check-statements.ts";
import { checkValues } from "./check-values.ts";
import { checkDropped } from "./graph/check-dropped.ts";
import { checkFrontier } from "./graph/check-frontier.ts";
import { checkMetrics } from "./graph/check-metrics.ts";
import { checkOrder } from "./graph/check-order.ts";
import { checkReduction } from "./graph/check-reduction.ts";
import { checkWidth } from "./graph/check-width.ts";
import { checkCriticalPath } from "./hours/check-critical-path.ts";
import { checkDates } from "./hours/check-dates.ts";
import { checkExplanation } from "./hours/check-explanation.ts";
import { checkFigures } from "./hours/check-figures.ts";
import { checkMoments } from "./hours/check-moments.ts";
import { checkSavings } from "./hours/check-savings.ts";
import { checkShortages } from "./hours/check-shortages.ts";
import { checkComplete } from "./names/check-complete.ts";
import { checkIds } from "./names/check-ids.ts";
import { checkResourceNames } from "./names/check-resource-names.ts";
import { checkTaskNames } from "./names/check-task-names.ts";
import { gatherFacts, type PlanFacts } from "./plan-facts.ts";
import { checkConflicts } from "./use/check-conflicts.ts";
import { checkLimits } from "./use/check-limits.ts";
import { checkReasons } from "./use/check-reasons.ts";
import { checkUtilisation } from "./use/check-utilisation.ts";
import { checkWaveUsage } from "./use/check-wave-usage.ts";
import { checkBarriers } from "./waves/check-barriers.ts";
import { checkWaves } from "./waves/check-waves.ts";

type Check = (facts: PlanFacts) => readonly ArtifactFault[];

/** What each file says of itself. */
const first: readonly Check[] = [checkIds, checkTaskNames, checkValues];

/** What hangs on the tasks, in the order in which a fault gives its name to those that follow from it. */
const second: readonly Check[] = [
  ...[checkResourceNames, checkRules],
  ...[checkReduction, checkOrder, checkFrontier, checkWaves, checkBarriers],
  ...[checkConflicts, checkReasons, checkUtilisation, checkWaveUsage, checkLimits],
  ...[checkMetrics, checkWidth, checkDropped, checkNeighbours, checkEstimates, checkAnalysis],
  ...[checkComplete, checkStatements, checkEvidence, checkCoverage],
  ...[checkFigures, checkDates, checkSavings, checkShortages, checkExplanation, checkCriticalPath],
  checkMoments,
];

/**
 * Holds the files of a plan against the rules and each other. As long as the list of tasks itself is
 * in doubt, as an ID is given twice or the other files know a task that it lacks, what hangs on it is
 * not looked at.
 *
 * @param meta The inventory; `undefined` where there is none.
 * @param version Of this program; `undefined` takes every plan for another maker's.
 */
export function checkPlan(
  set: ArtifactSet,
  meta: TasksMetaJson | undefined,
  version: string | undefined,
): readonly ArtifactFault[] {
  const isOwn = version !== undefined && meta?.version === version;
  const facts = gatherFacts(set, isOwn);
  const faults = [...checkIdentity(facts, meta), ...first.flatMap((check) => check(facts))];
  return isSure(facts) ? [...faults, ...second.flatMap((check) => check(facts))] : faults;
}

function isSure({ tasks, dag, waves, taskOf }: PlanFacts): boolean {
  const inWaves = new Set(waves.execution_models.wave_based?.waves.flatMap((wave) => wave.tasks));
  const isLost = dag.topo_order.some((id) => !taskOf.has(id) && inWaves.has(id));
  return taskOf.size === tasks.tasks.length && !isLost;
}
