import type { Resource } from "../model/config.ts";
import type { Plan } from "../model/plan.ts";

/** The plan's resources that some task needs, in the plan's order. */
export function listUsedResources({ resources, tasks }: Plan): readonly Resource[] {
  const used = new Set(tasks.flatMap(({ needs }) => needs.map(({ resource }) => resource)));
  return resources.filter(({ id }) => used.has(id));
}
