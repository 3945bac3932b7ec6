import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";

/** KS508 where dag.json calls the plan not ok; KS509 for a task or dependency without evidence, or contention of the wrong type. */
export function checkProof({ tasks, dag }: ArtifactSet): readonly ArtifactFault[] {
  const faults: ArtifactFault[] = [];
  if (!dag.ok) {
    const message = `dag.json says that the plan is not ok, with ${dag.errors.length} errors; mend them in the spec and run 'tasks plan' again`;
    faults.push({ code: "KS508", file: "dag.json", keys: ["ok"], message });
  }
  for (const [index, { id, source_evidence }] of tasks.tasks.entries()) {
    if (source_evidence.length === 0) add(["tasks", index], `Task ${id} has no evidence`);
  }
  for (const [index, dependency] of tasks.dependencies.entries()) {
    const { from, to, type, evidence, shared_resource } = dependency;
    const arrow = `Dependency ${from} → ${to}`;
    const isContention = type === "mutual_exclusion" || type === "resource_limited";
    if (evidence.length === 0) add(["dependencies", index], `${arrow} has no evidence`);
    if (shared_resource !== undefined && !isContention) {
      add(["dependencies", index], `${arrow} names a resource, but its type is ${type}`);
    }
  }
  return faults;

  function add(keys: ArtifactFault["keys"], what: string): void {
    const message = `${what}; run 'tasks plan' again`;
    faults.push({ code: "KS509", file: "tasks.json", keys, message });
  }
}
