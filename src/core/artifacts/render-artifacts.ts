import type { ArtifactInput } from "./artifact-input.ts";
import { buildCoordinatorJson } from "./json/build-coordinator-json.ts";
import { buildDagJson } from "./json/build-dag-json.ts";
import { buildFeaturesJson } from "./json/build-features-json.ts";
import { buildTasksJson } from "./json/build-tasks-json.ts";
import { buildTasksMetaJson } from "./json/build-tasks-meta-json.ts";
import { buildWavesJson } from "./json/build-waves-json.ts";
import { renderDecisionsPage } from "./pages/render-decisions-page.ts";
import { renderPlanPage } from "./pages/render-plan-page.ts";
import { sealJson } from "./seal-json.ts";

/**
 * Writes a plan as the files of T.A.S.K.S v3, text by file name. What nothing
 * states or computes is left out, never filled with a constant. Same input,
 * same bytes; every file ends with a newline.
 */
export function renderArtifacts(input: ArtifactInput): ReadonlyMap<string, string> {
  const sealed = {
    "features.json": sealJson(buildFeaturesJson(input), input),
    "tasks.json": sealJson(buildTasksJson(input), input),
    "dag.json": sealJson(buildDagJson(input), input),
    "waves.json": sealJson(buildWavesJson(input), input),
    "coordinator.json": sealJson(buildCoordinatorJson(input), input),
  };
  const pages = {
    "Plan.md": renderPlanPage(input),
    "Decisions.md": renderDecisionsPage(input),
  };
  const meta = buildTasksMetaJson(input, {
    ...Object.fromEntries(
      Object.entries(sealed).map(([name, file]) => [name, file.generated.contentHash]),
    ),
    ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [name, input.hash(text)])),
  });
  return new Map([
    ...Object.entries(sealed).map(([name, file]) => [name, toText(file)] as const),
    ...Object.entries(pages),
    [".tasks-meta.json", toText(meta)],
  ]);
}

function toText(file: object): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
