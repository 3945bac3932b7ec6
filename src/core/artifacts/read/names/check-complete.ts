import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import type { PlanFacts } from "../plan-facts.ts";

const queues = ["coordinator", "state_management", "frontier_management"];

/** KS506 where a list of ours that has all tasks leaves one out: their forecasts, and the order of priority. */
export function checkComplete({ ids, waves, coordinator }: PlanFacts): readonly ArtifactFault[] {
  const forecasts = waves.execution_models.rolling_frontier?.task_forecasts;
  const { priority_order } = coordinator.coordinator.state_management.frontier_management;
  return [
    ...findMissing(
      forecasts?.map(({ task }) => task),
      {
        file: "waves.json",
        keys: ["execution_models", "rolling_frontier", "task_forecasts"],
      },
    ),
    ...findMissing(priority_order, {
      file: "coordinator.json",
      keys: [...queues, "priority_order"],
    }),
  ];

  function findMissing(
    stated: readonly string[] | undefined,
    place: FilePlace,
  ): readonly ArtifactFault[] {
    if (stated === undefined) return [];
    const listed = new Set(stated);
    return ids
      .filter((id) => !listed.has(id))
      .map((id) => {
        const message = `${place.keys.at(-1)} leaves out ${id}; put it in, or run 'tasks plan' again`;
        return { code: "KS506", severity: "error", ...place, message };
      });
  }
}
