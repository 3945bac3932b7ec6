import type { FeatureId } from "../model/ids.ts";
import type { Feature } from "../model/plan.ts";
import type { SpecDocument, SpecTask } from "../model/spec.ts";

/** The features of a plan, and which of them each task serves. */
export interface BuiltFeatures {
  readonly features: readonly Feature[];
  /** By `SpecTask.ref`, for every task. */
  readonly featureOf: ReadonlyMap<string, FeatureId>;
}

/**
 * Makes one feature of each group that holds tasks, in document order. Tasks
 * that stand in no group serve one feature named like the spec.
 *
 * @param hash SHA-256 of a text, in hexadecimal digits.
 */
export function buildFeatures(spec: SpecDocument, hash: (text: string) => string): BuiltFeatures {
  const groups = new Map(spec.groups.map((group) => [group.id, group]));
  const idOfGroup = new Map<string | undefined, FeatureId>();
  const features: Feature[] = [];
  const featureOf = new Map<string, FeatureId>();
  for (const task of spec.tasks) {
    const group = groups.get(task.groupId ?? "");
    const id = idOfGroup.get(group?.id) ?? addFeature(group, task);
    featureOf.set(task.ref, id);
  }
  return { features, featureOf };

  function addFeature(
    group: SpecDocument["groups"][number] | undefined,
    task: SpecTask,
  ): FeatureId {
    const id = `F${String(features.length + 1).padStart(3, "0")}` as FeatureId;
    idOfGroup.set(group?.id, id);
    const title = group?.title || (group === undefined ? spec.title : group.id) || spec.path;
    const alike = features.filter((feature) => feature.title === title).length;
    features.push({
      id,
      key: hash(`${title}\n${alike}`).slice(0, 8),
      title,
      goal: group?.goal,
      priority: group?.priority,
      evidence: [group?.evidence ?? task.evidence],
    });
    return id;
  }
}
