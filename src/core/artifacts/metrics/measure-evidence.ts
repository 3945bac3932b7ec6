import type { TasksJson } from "../../model/artifact/tasks-json.ts";

/** Share of the tasks and dependencies that have evidence, from 0 to 1; 1 where there are none. */
export function measureEvidence({
  tasks,
  dependencies,
}: Pick<TasksJson, "tasks" | "dependencies">): number {
  const counts = [
    ...tasks.map(({ source_evidence }) => source_evidence.some(({ quote }) => quote.trim() !== "")),
    ...dependencies.map(({ evidence }) => evidence.some(({ reason }) => reason.trim() !== "")),
  ];
  return counts.length === 0 ? 1 : counts.filter(Boolean).length / counts.length;
}
