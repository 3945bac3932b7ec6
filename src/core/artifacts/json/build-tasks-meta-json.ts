import type { TasksMetaJson } from "../../model/artifact/tasks-meta-json.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { generatorName } from "../generator-name.ts";

/**
 * .tasks-meta.json: which files belong together.
 *
 * @param files Hash by file name.
 */
export function buildTasksMetaJson(
  { plan, version, generatedAt }: ArtifactInput,
  files: Readonly<Record<string, string>>,
): TasksMetaJson {
  return {
    planId: plan.id,
    spec_path: plan.specPath,
    by: generatorName,
    version,
    timestamp: generatedAt,
    files: { ...files },
  };
}
