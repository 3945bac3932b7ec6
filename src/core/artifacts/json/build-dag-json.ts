import type { DagJson } from "../../model/artifact/dag-json.ts";
import type { Coverage } from "../../model/coverage.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { TaskId } from "../../model/ids.ts";
import type { Dependency, Plan } from "../../model/plan.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { hardFails } from "../hard-fails.ts";
import type { Unsealed } from "../seal-json.ts";
import { buildExplanation } from "./build-explanation.ts";

/** Up to so many edges, the sample is the whole reduction. */
const sampleSize = 100;

/**
 * dag.json: whether the plan is ok, and its precedence graph.
 *
 * @param doubts Warnings on its metrics.
 */
export function buildDagJson(
  { plan, schedule, diagnostics }: ArtifactInput,
  metrics: DagJson["metrics"],
  doubts: readonly Diagnostic[],
): Unsealed<DagJson> {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = [...diagnostics.filter(({ severity }) => severity === "warning"), ...doubts];
  const { dag } = plan;
  return {
    ok: errors.length === 0,
    errors: errors.map(toFinding),
    warnings: warnings.map(toFinding),
    generated: undefined,
    metrics,
    topo_order: [...dag.order],
    reduced_edges_sample: dag.reduced.slice(0, sampleSize).map(([from, to]) => [from, to]),
    ...buildExplanation({ plan, schedule }),
    softDeps: dag.soft.map(toKeptOut),
    lowConfidenceDeps: dag.lowConfidence.map(toKeptOut),
    cycle_break_suggestions: [
      ...(plan.broken ?? []).map(({ link, cycle }) => ({
        ...toKeptOut(link),
        cycle: [...cycle],
        applied: true,
      })),
      ...dag.cycles.flatMap((cycle) => suggestBreak(cycle, plan)),
    ],
    coverage: plan.coverage && toCoverage(plan.coverage),
    hard_fails: { judged: [...hardFails], not_judged: [] },
  };
}

function toCoverage({ total, covered, areas, gaps }: Coverage): DagJson["coverage"] {
  return {
    total,
    covered,
    areas: areas.map((area) => ({ ...area })),
    gaps: gaps.map(({ id, text, area, path, line }) => ({ id, text, area, path, line })),
  };
}

function toFinding({ code, message, at }: Diagnostic) {
  return { code, message, path: at.path, line: at.line, column: at.column };
}

function toKeptOut({ from, to, type, reason, confidence, isHard }: Dependency) {
  return { from, to, type, reason, confidence, isHard };
}

/** The least certain edge of a cycle: the one to look at first. */
function suggestBreak(cycle: readonly TaskId[], { dag }: Plan) {
  const next = new Map(cycle.map((id, index) => [id, cycle[(index + 1) % cycle.length]]));
  const [weakest] = dag.edges
    .filter(({ from, to }) => next.get(from) === to)
    .toSorted((a, b) => a.confidence - b.confidence);
  return weakest === undefined ? [] : [{ ...toKeptOut(weakest), cycle: [...cycle] }];
}
