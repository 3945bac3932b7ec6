import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";

type Keys = ArtifactFault["keys"];

/** KS505 for an ID given twice, and for each name of a task or feature that does not exist. */
export function checkReferences(set: ArtifactSet): readonly ArtifactFault[] {
  const faults: ArtifactFault[] = [];
  const tasks = collect("tasks.json", "tasks", set.tasks.tasks);
  const features = collect("features.json", "features", set.features.features);
  for (const [index, task] of set.tasks.tasks.entries()) {
    expectIn(features, "feature", "tasks.json", task.feature_id, ["tasks", index, "feature_id"]);
  }
  for (const [index, { from, to }] of set.tasks.dependencies.entries()) {
    expectTask("tasks.json", from, ["dependencies", index, "from"]);
    expectTask("tasks.json", to, ["dependencies", index, "to"]);
  }
  for (const [name, conflict] of Object.entries(set.tasks.resource_conflicts)) {
    expectTasks("tasks.json", conflict.tasks, ["resource_conflicts", name, "tasks"]);
  }
  expectTasks("dag.json", set.dag.topo_order, ["topo_order"]);
  for (const [index, edge] of set.dag.reduced_edges_sample.entries()) {
    expectTasks("dag.json", edge, ["reduced_edges_sample", index]);
  }
  const { wave_based, rolling_frontier } = set.waves.execution_models;
  for (const [index, wave] of (wave_based?.waves ?? []).entries()) {
    const keys = ["execution_models", "wave_based", "waves", index, "tasks"];
    expectTasks("waves.json", wave.tasks, keys);
  }
  const start = ["execution_models", "rolling_frontier", "initial_frontier"];
  expectTasks("waves.json", rolling_frontier?.initial_frontier ?? [], start);
  const queues = set.coordinator.coordinator.state_management.frontier_management;
  const base = ["coordinator", "state_management", "frontier_management"];
  expectTasks("coordinator.json", queues.ready_queue, [...base, "ready_queue"]);
  expectTasks("coordinator.json", queues.priority_order ?? [], [...base, "priority_order"]);
  for (const [name, { units }] of Object.entries(queues.run_limits ?? {})) {
    const keys = [...base, "run_limits", name, "units"];
    for (const id of Object.keys(units)) expectTask("coordinator.json", id, [...keys, id]);
  }
  const waiting = queues.resource_wait_queue.map((item) =>
    typeof item === "string" ? item : item.task,
  );
  expectTasks("coordinator.json", waiting, [...base, "resource_wait_queue"]);
  return faults;

  function collect(file: string, key: string, items: readonly { id: string }[]): Set<string> {
    const ids = new Set<string>();
    for (const [index, { id }] of items.entries()) {
      if (ids.has(id))
        add(file, [key, index, "id"], `ID '${id}' is given twice; give each its own`);
      ids.add(id);
    }
    return ids;
  }

  function expectTasks(file: string, ids: readonly string[], keys: Keys): void {
    for (const [index, id] of ids.entries()) expectTask(file, id, [...keys, index]);
  }

  function expectTask(file: string, id: string, keys: Keys): void {
    expectIn(tasks, "task", file, id, keys);
  }

  function expectIn(ids: Set<string>, kind: string, file: string, id: string, keys: Keys): void {
    if (!ids.has(id)) add(file, keys, `'${id}' is no ${kind} of this plan; correct the name`);
  }

  function add(file: string, keys: Keys, message: string): void {
    faults.push({ code: "KS505", severity: "error", file, keys, message });
  }
}
