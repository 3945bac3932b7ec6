import { layerGraph } from "../../graph/layer-graph.ts";
import { listEdges } from "../../graph/list-edges.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import { transitiveReduction } from "../../graph/transitive-reduction.ts";
import type { TaskJson } from "../../model/artifact/task-json.ts";
import { groupBy } from "../../text/group-by.ts";
import type { ArtifactSet } from "../read/artifact-set.ts";
import { listGraphEdges } from "../read/list-graph-edges.ts";
import { listFacts } from "./list-facts.ts";
import type { Report, ReportTask } from "./report.ts";
import { timeTasks } from "./time-tasks.ts";

/** Puts together what the page shows of a plan, whoever wrote it. */
export function buildReport(set: ArtifactSet): Report {
  const { features, tasks, dag, waves } = set;
  const names = tasks.tasks.map(({ id }) => id);
  const whole = nameGraph(names, listGraphEdges(tasks));
  const isAcyclic = layerGraph(whole).order.length === names.length;
  const graph = isAcyclic ? transitiveReduction(whole) : whole;
  const edges = listEdges(graph).map(([from, to]) => [names[from] ?? "", names[to] ?? ""] as const);
  const before = groupBy(edges, ([, to]) => to);
  const after = groupBy(edges, ([from]) => from);
  const times = timeTasks(set, graph);
  const waveBased = waves.execution_models.wave_based?.waves ?? [];
  const waveOf = new Map(
    waveBased.flatMap((wave) => wave.tasks.map((id) => [id, wave.waveNumber])),
  );
  const shown = tasks.tasks.map((task, place): ReportTask => {
    const {
      start = 0,
      finish = 0,
      latest = 0,
      isCritical = false,
      dates = "",
    } = times[place] ?? {};
    return {
      ...describe(task),
      wave: waveOf.get(task.id) ?? 0,
      ...{ start, finish, latest, isCritical, dates },
      before: (before.get(task.id) ?? []).map(([from]) => from),
      after: (after.get(task.id) ?? []).map(([, to]) => to),
    };
  });
  return {
    title: tasks.meta.title ?? tasks.meta.spec_path ?? waves.planId,
    planId: waves.planId,
    generatedAt: tasks.generated.timestamp,
    isOk: dag.ok,
    errors: dag.errors.map((error) => (typeof error === "string" ? error : error.message)),
    facts: listFacts(set),
    tasks: shown,
    features: features.features.map(({ id, title }) => ({ id, title })),
    waves: waveBased.map(({ waveNumber, tasks: ids, estimates, resource_usage = {} }) => ({
      number: waveNumber,
      tasks: ids,
      hours: [estimates?.p50Hours, estimates?.p80Hours, estimates?.p95Hours],
      resources: Object.entries(resource_usage)
        .map(([name, units]) => `${name} ${units}`)
        .join(", "),
    })),
    resources: [...new Set(shown.flatMap(({ resources }) => resources))].sort(),
    edges,
  };
}

function describe(task: TaskJson) {
  const { id, title, description = "", feature_id, owner = "", source, files = [] } = task;
  const needs = task.resource_requirements?.estimated;
  const [evidence] = task.source_evidence;
  const line = source?.line ?? evidence?.startLine;
  const path = source?.path ?? evidence?.path ?? "";
  return {
    id,
    title,
    description,
    feature: feature_id,
    state: source?.state ?? "todo",
    priority: task.scheduling_hints?.priority ?? "",
    owner,
    resources: [
      ...(needs?.exclusive_resources ?? []),
      ...Object.keys(needs?.shared_resources ?? {}),
    ],
    criteria: task.boundaries?.definition_of_done?.criteria ?? [],
    files:
      files.length > 0 ? files.map((file) => file.path) : (task.boundaries?.scope?.includes ?? []),
    place: path === "" ? "" : `${path}${line === undefined ? "" : `:${line}`}`,
  };
}
