import type { Coverage } from "../../model/coverage.ts";
import type { SpecDocument, SpecGroup, SpecTask } from "../../model/spec.ts";
import { inferTask } from "../infer/infer-task.ts";

const groupId = "section:gaps";

/**
 * The spec with a task for each requirement that none of its tasks serves, in a group of their own
 * at the end. Each bears a confidence below 1 and quotes its requirement.
 */
export function fillGaps(spec: SpecDocument, { gaps }: Pick<Coverage, "gaps">): SpecDocument {
  const byPlace = new Map(
    spec.requirements.map((each) => [`${each.path}:${each.line} ${each.id}`, each]),
  );
  const tasks = gaps.flatMap(({ id, path, line }): SpecTask[] => {
    const requirement = byPlace.get(`${path}:${line} ${id}`);
    if (requirement === undefined) return [];
    const task = inferTask(
      {
        key: `gap ${id}`,
        title: `Implement ${requirement.text}`,
        phase: 0,
        type: "Development",
        from: [requirement],
        confidence: 0.6,
        doneWhen: [requirement.text],
      },
      groupId,
    );
    const isNamed = !id.includes(":");
    return [{ ...task, phase: undefined, requirements: isNamed ? [id] : [] }];
  });
  const [first] = tasks;
  if (first === undefined) return spec;
  const group: SpecGroup = {
    id: groupId,
    kind: "section",
    number: undefined,
    story: undefined,
    title: "Requirements that no task serves",
    priority: undefined,
    goal: undefined,
    durationHours: undefined,
    evidence: first.evidence,
    path: first.path,
    line: first.line,
    taskRefs: tasks.map(({ ref }) => ref),
  };
  return { ...spec, tasks: [...spec.tasks, ...tasks], groups: [...spec.groups, group] };
}
