import type { Diagnostic } from "../model/diagnostic.ts";
import type { TaskId } from "../model/ids.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/**
 * KS307 for tasks under way that wait for an open one, and for those that hold more of something than
 * there is. What is under way is never stopped, so they are only told.
 */
export function findEarly({ tasks, graph, limits, needs }: ScheduleGraph): readonly Diagnostic[] {
  const underWay = [...tasks.keys()].filter((at) => tasks[at]?.state === "in-progress");
  const tell = (at: number | undefined, words: string): readonly Diagnostic[] => {
    const task = at === undefined ? undefined : tasks[at];
    if (task === undefined) return [];
    const { id, path, line, column } = task;
    const message = `Task ${id} is under way ${words}; correct its state, or the plan counts on with it`;
    return [{ code: "KS307", severity: "info", message, at: { path, line, column } }];
  };
  const waitsFor = new Map<number, TaskId[]>(underWay.map((at) => [at, []]));
  for (const [from, task] of tasks.entries()) {
    if (task.state === "done") continue;
    for (const to of graph.targets.subarray(graph.starts[from], graph.starts[from + 1])) {
      waitsFor.get(to)?.push(task.id);
    }
  }
  const early = [...waitsFor].flatMap(([at, ids]) =>
    ids.length === 0 ? [] : tell(at, `though it waits for ${ids.join(", ")}`),
  );
  const over = limits.flatMap(({ id, capacity }) => {
    const holders = underWay.flatMap((at) => {
      const units = needs[at]?.find(({ resource }) => resource === id)?.units ?? 0;
      return units > 0 ? [{ at, units }] : [];
    });
    const held = holders.reduce((sum, { units }) => sum + units, 0);
    if (held <= capacity) return [];
    const others = holders.slice(1).flatMap(({ at }) => tasks[at]?.id ?? []);
    return tell(
      holders[0]?.at,
      `with ${others.join(", ")}: they hold ${held} of '${id}' and there are ${capacity}`,
    );
  });
  return [...early, ...over];
}
