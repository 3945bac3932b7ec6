import type { ArtifactSet, FilePlace } from "../artifact-set.ts";
import type { NameList } from "./task-name.ts";

type Keys = FilePlace["keys"];

/** Every list of a plan's files that names tasks; a single name is a list of its own. */
export function listTaskNames(set: ArtifactSet): readonly NameList[] {
  return [...inTasks(set), ...inDag(set), ...inWaves(set), ...inCoordinator(set)];
}

function inTasks({
  tasks: { tasks, meta, dependencies, resource_conflicts },
}: ArtifactSet): readonly NameList[] {
  const file = "tasks.json";
  const list = toLister(file);
  return [
    ...tasks.flatMap(({ id, scheduling_hints, parallel_with }, index) => [
      ...list(
        ["tasks", index, "scheduling_hints", "avoid_concurrent_with"],
        scheduling_hints?.avoid_concurrent_with,
        id,
      ),
      ...list(["tasks", index, "parallel_with"], parallel_with, id),
    ]),
    ...dependencies.map((link, index) => pair(file, ["dependencies", index], link)),
    ...Object.entries(resource_conflicts).flatMap(([name, conflict]) => [
      ...list(["resource_conflicts", name, "tasks"], conflict.tasks),
      ...list(["resource_conflicts", name, "suggested_order"], conflict.suggested_order),
    ]),
    ...(meta.groups ?? []).flatMap(({ tasks }, index) =>
      list(["meta", "groups", index, "tasks"], tasks),
    ),
    ...(meta.autonormalization?.proposed ?? []).flatMap(({ tasks }, index) =>
      list(["meta", "autonormalization", "proposed", index, "tasks"], tasks),
    ),
    ...(["unresolved", "explicit_none"] as const).flatMap((name) =>
      (meta[name] ?? []).flatMap(({ owner }, index) =>
        owner === null || owner === undefined
          ? []
          : [one(file, ["meta", name, index, "owner"], owner)],
      ),
    ),
  ];
}

function inDag({ dag }: ArtifactSet): readonly NameList[] {
  const file = "dag.json";
  const list = toLister(file);
  return [
    { ...toList(file, ["topo_order"], dag.topo_order), isSet: false },
    ...dag.reduced_edges_sample.map((edge, index) =>
      toList(file, ["reduced_edges_sample", index], edge),
    ),
    ...(dag.resource_bottlenecks ?? []).flatMap(({ affected_tasks }, index) =>
      list(["resource_bottlenecks", index, "affected_tasks"], affected_tasks),
    ),
    ...listGroups(file, ["parallel_groups"], dag.parallel_groups),
    ...dag.softDeps.map((link, index) => pair(file, ["softDeps", index], link)),
    ...dag.lowConfidenceDeps.map((link, index) => pair(file, ["lowConfidenceDeps", index], link)),
    ...dag.cycle_break_suggestions.flatMap((said, index) =>
      typeof said === "string"
        ? []
        : [
            pair(file, ["cycle_break_suggestions", index], said),
            ...list(["cycle_break_suggestions", index, "cycle"], said.cycle),
          ],
    ),
  ];
}

function inWaves({ waves: { execution_models } }: ArtifactSet): readonly NameList[] {
  const file = "waves.json";
  const list = toLister(file);
  const { wave_based, rolling_frontier } = execution_models;
  const rolling = ["execution_models", "rolling_frontier"];
  const forecasts = rolling_frontier?.task_forecasts ?? [];
  return [
    ...(wave_based?.waves ?? []).map((wave, index) => ({
      ...toList(file, ["execution_models", "wave_based", "waves", index, "tasks"], wave.tasks),
      isSet: false,
    })),
    ...list([...rolling, "initial_frontier"], rolling_frontier?.initial_frontier),
    ...list([...rolling, "critical_path", "tasks"], rolling_frontier?.critical_path?.tasks),
    ...listGroups(file, [...rolling, "parallel_groups"], rolling_frontier?.parallel_groups),
    {
      ...{ file, keys: [...rolling, "task_forecasts"], isSet: true },
      ids: forecasts.map(({ task }) => task),
      places: forecasts.map((_, index) => ({
        file,
        keys: [...rolling, "task_forecasts", index, "task"],
      })),
    },
    ...Object.entries(rolling_frontier?.execution_simulation ?? {}).flatMap(([moment, at]) =>
      (["running", "ready", "blocked", "completed"] as const).flatMap((state) =>
        list([...rolling, "execution_simulation", moment, state], at[state]),
      ),
    ),
  ];
}

function inCoordinator({ coordinator }: ArtifactSet): readonly NameList[] {
  const file = "coordinator.json";
  const list = toLister(file);
  const base = ["coordinator", "state_management", "frontier_management"];
  const {
    ready_queue,
    priority_order,
    run_limits = {},
    resource_wait_queue,
  } = coordinator.coordinator.state_management.frontier_management;
  const waiting = [...base, "resource_wait_queue"];
  return [
    ...list([...base, "ready_queue"], ready_queue),
    ...list([...base, "priority_order"], priority_order),
    ...Object.entries(run_limits).flatMap(([name, { units }]) =>
      Object.keys(units).map((id) => one(file, [...base, "run_limits", name, "units", id], id)),
    ),
    {
      ...{ file, keys: waiting, isSet: true },
      ids: resource_wait_queue.map((item) => (typeof item === "string" ? item : item.task)),
      places: resource_wait_queue.map((item, index) => ({
        file,
        keys: [...waiting, index, ...(typeof item === "string" ? [] : ["task"])],
      })),
    },
  ];
}

function listGroups(
  file: string,
  keys: Keys,
  groups: ArtifactSet["dag"]["parallel_groups"] = [],
): readonly NameList[] {
  const list = toLister(file);
  return groups.flatMap(({ after, tasks }, index) => [
    ...list([...keys, index, "after"], after),
    ...list([...keys, index, "tasks"], tasks),
  ]);
}

function toLister(file: string) {
  return (keys: Keys, ids: readonly string[] | undefined, owner?: string): readonly NameList[] =>
    ids === undefined ? [] : [{ ...toList(file, keys, ids), owner }];
}

function toList(file: string, keys: Keys, ids: readonly string[]): NameList {
  const places = ids.map((_, index) => ({ file, keys: [...keys, index] }));
  return { file, keys, ids, places, isSet: true };
}

function one(file: string, keys: Keys, id: string): NameList {
  return { file, keys, ids: [id], places: [{ file, keys }], isSet: true };
}

/** The two ends of a link. */
function pair(
  file: string,
  keys: Keys,
  { from, to }: { readonly from: string; readonly to: string },
): NameList {
  const places = [
    { file, keys: [...keys, "from"] },
    { file, keys: [...keys, "to"] },
  ];
  return { file, keys, ids: [from, to], places, isSet: true };
}
