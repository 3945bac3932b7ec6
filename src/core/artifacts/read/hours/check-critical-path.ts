import { findCriticalPath } from "../../../graph/find-critical-path.ts";
import { layerGraph } from "../../../graph/layer-graph.ts";
import { nameGraph } from "../../../graph/name-graph.ts";
import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

const rolling = ["execution_models", "rolling_frontier"];
const path = { file: "waves.json", keys: [...rolling, "critical_path"] };

/** Likely hours are rounded to the tenth, and so is their sum. */
const slackPerTask = 0.05;

/**
 * KS506 where the critical path and the slack of tasks are not what likely hours and the graph of
 * tasks.json give. Only for a plan whose tasks have them and of which none is under way, as nobody
 * knows how much of that is left.
 */
export function checkCriticalPath(facts: PlanFacts): readonly ArtifactFault[] {
  const model = facts.waves.execution_models.rolling_frontier;
  const stated = model?.critical_path;
  const hours = facts.ids.map((id) => (facts.done.has(id) ? 0 : readHours(facts, id)));
  if (stated === undefined || facts.hasCycle || facts.started.size > 0) return [];
  if (hours.some((one) => one === undefined)) return [];
  const graph = nameGraph(facts.ids, facts.edges);
  const weights = hours.map((one) => one ?? 0);
  const { length, heads, tails } = findCriticalPath(graph, layerGraph(graph).order, weights);
  const tolerance = 0.05 + slackPerTask * (stated.tasks.length + 1);
  const places = new Map(facts.ids.map((id, place) => [id, place]));
  const follows = new Set(facts.edges.map((edge) => edge.join(" ")));
  const sum = stated.tasks.reduce((all, id) => all + (weights[places.get(id) ?? -1] ?? 0), 0);
  // finished tasks may lie between two of the path
  const gap = stated.tasks.findIndex(
    (id, at) => at > 0 && facts.done.size === 0 && !follows.has(`${stated.tasks[at - 1]} ${id}`),
  );
  return [
    ...expect([...path.keys, "hours"], stated.hours, length, "hours of the critical path"),
    ...(gap < 0 && Math.abs(sum - length) <= tolerance
      ? []
      : [
          tell(
            gap < 0
              ? `its tasks take ${Math.round(10 * sum) / 10} h`
              : `${stated.tasks[gap]} does not wait for ${stated.tasks[gap - 1]}`,
          ),
        ]),
    ...(model?.task_forecasts ?? []).flatMap(({ task, slack_hours }, index) => {
      const place = places.get(task);
      if (place === undefined || facts.done.has(task)) return [];
      const slack = Math.max(0, length - (heads[place] ?? 0) - (tails[place] ?? 0));
      const keys = [...rolling, "task_forecasts", index, "slack_hours"];
      return expect(keys, slack_hours, slack, `slack of ${task}`);
    }),
  ];

  function expect(
    keys: FilePlace["keys"],
    value: number | undefined,
    right: number,
    what: string,
  ): readonly ArtifactFault[] {
    const rests = [grounds.links, grounds.tasks];
    const shown = Math.round(10 * right) / 10;
    return expectFigure({
      file: path.file,
      keys,
      stated: value,
      right: [shown],
      what,
      tolerance,
      rests,
    });
  }
}

function readHours({ taskOf, isOwn }: PlanFacts, id: string): number | undefined {
  const task = taskOf.get(id);
  if (task?.durationUnits !== "hours" || !isOwn) return undefined;
  return task.duration?.mostLikely;
}

function tell(what: string): ArtifactFault {
  const message = `The critical path is no path, or not the longest: ${what}; correct it, or run 'tasks plan' again`;
  const keys = [...path.keys, "tasks"];
  return {
    ...{ code: "KS506", severity: "error", file: path.file, keys, message },
    rests: [grounds.links, grounds.tasks, path],
  };
}
