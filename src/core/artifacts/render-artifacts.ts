import type { Diagnostic } from "../model/diagnostic.ts";
import type { ArtifactInput } from "./artifact-input.ts";
import { buildCoordinatorJson } from "./json/build-coordinator-json.ts";
import { buildDagJson } from "./json/build-dag-json.ts";
import { buildFeaturesJson } from "./json/build-features-json.ts";
import { buildMetrics } from "./json/build-metrics.ts";
import { buildTasksJson } from "./json/build-tasks-json.ts";
import { buildTasksMetaJson } from "./json/build-tasks-meta-json.ts";
import { buildWavesJson } from "./json/build-waves-json.ts";
import { renderDecisionsPage } from "./pages/render-decisions-page.ts";
import { renderPlanPage } from "./pages/render-plan-page.ts";
import { judgeOwnPlan } from "./rules/judge-own-plan.ts";
import { sealJson } from "./seal-json.ts";

/** A plan as files, and what judging them found. */
export interface RenderedPlan {
  /** Text by file name. */
  readonly files: ReadonlyMap<string, string>;
  /** Those that came with the plan, and one for each rule of T.A.S.K.S v3 that rejects it. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes a plan as the files of T.A.S.K.S v3 and judges it by that format's
 * rules. What nothing states or computes is left out, never filled with a
 * constant; what is inferred says so. Same input, same bytes; every file ends
 * with a newline.
 */
export function renderArtifacts(given: ArtifactInput): RenderedPlan {
  const features = buildFeaturesJson(given);
  const tasks = buildTasksJson(given);
  const metrics = buildMetrics(given.plan, given.schedule, tasks);
  const verdict = judgeOwnPlan({ features, tasks, metrics }, given.plan.specPath);
  const input = { ...given, diagnostics: [...given.diagnostics, ...verdict.errors] };
  const sealed = {
    "features.json": sealJson(features, input),
    "tasks.json": sealJson(tasks, input),
    "dag.json": sealJson(buildDagJson(input, metrics, verdict.warnings), input),
    "waves.json": sealJson(buildWavesJson(input), input),
    "coordinator.json": sealJson(buildCoordinatorJson(input, tasks.tasks), input),
  };
  const pages = {
    "Plan.md": renderPlanPage(input, metrics),
    "Decisions.md": renderDecisionsPage(input),
  };
  const meta = buildTasksMetaJson(input, {
    ...Object.fromEntries(
      Object.entries(sealed).map(([name, file]) => [name, file.generated.contentHash]),
    ),
    ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [name, input.hash(text)])),
  });
  const files = new Map([
    ...Object.entries(sealed).map(([name, file]) => [name, toText(file)] as const),
    ...Object.entries(pages),
    [".tasks-meta.json", toText(meta)],
  ]);
  return { files, diagnostics: input.diagnostics };
}

function toText(file: object): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
