import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";
import { tellUnknown, type UnknownName } from "./tell-unknown.ts";

type Keys = FilePlace["keys"];
type Use = readonly [name: string, file: string, keys: Keys];

const slots = "max_concurrent_tasks";
/** What waves call the limits of machines. */
const machine = ["estimated_cpu_cores", "estimated_memory_gb"];
const queues = ["coordinator", "state_management", "frontier_management"];
const contentions = ["execution_models", "rolling_frontier", "critical_resource_contentions"];

/**
 * KS505 for each name of a resource that the plan does not describe; what people, machines and
 * slots limit may be named where a shortage is told. Nothing for a plan that describes none.
 */
export function checkResourceNames(facts: PlanFacts): readonly ArtifactFault[] {
  const { tasks, coordinator, isOwn } = facts;
  const known = new Set(Object.keys(tasks.meta.codebase_analysis?.shared_resources ?? {}));
  if (known.size === 0) return [];
  const { run_limits = {} } = coordinator.coordinator.state_management.frontier_management;
  const limits = Object.keys(run_limits);
  const limiting = new Set([...known, ...limits, slots, ...machine]);
  // a maker that lists no limits of its own names machines as it likes
  const isFree = !isOwn && limits.length === 0;
  const unknown = [
    ...listNeeded(facts).filter(([name]) => !known.has(name)),
    ...(isFree ? [] : listShort(facts).filter(([name]) => !limiting.has(name))),
  ];
  const mend = "correct the name, or describe it in tasks.json under shared_resources";
  return tellUnknown("resource", unknown.map(toUnknown), mend);
}

/** Where tasks need or get a resource. */
function listNeeded({ tasks }: PlanFacts): readonly Use[] {
  const file = "tasks.json";
  return [
    ...tasks.tasks.flatMap(({ resource_requirements, resource_reasons = [] }, index): Use[] => {
      const { exclusive_resources = [], shared_resources = {} } =
        resource_requirements?.estimated ?? {};
      const at = ["tasks", index, "resource_requirements", "estimated"];
      return [
        ...exclusive_resources.map(
          (name, place): Use => [name, file, [...at, "exclusive_resources", place]],
        ),
        ...Object.keys(shared_resources).map(
          (name): Use => [name, file, [...at, "shared_resources", name]],
        ),
        ...resource_reasons.map(
          ({ resource }, place): Use => [
            resource,
            file,
            ["tasks", index, "resource_reasons", place, "resource"],
          ],
        ),
      ];
    }),
    ...tasks.dependencies.flatMap(({ shared_resource: name }, index): Use[] =>
      name === undefined ? [] : [[name, file, ["dependencies", index, "shared_resource"]]],
    ),
    ...Object.keys(tasks.resource_conflicts).map(
      (name): Use => [name, file, ["resource_conflicts", name]],
    ),
  ];
}

/** Where something is short or in use, which may be more than resources. */
function listShort({ dag, waves, coordinator }: PlanFacts): readonly Use[] {
  const { wave_based, rolling_frontier } = waves.execution_models;
  const { resource_wait_queue } = coordinator.coordinator.state_management.frontier_management;
  return [
    ...(dag.resource_bottlenecks ?? []).map(
      ({ resource }, index): Use => [
        resource,
        "dag.json",
        ["resource_bottlenecks", index, "resource"],
      ],
    ),
    ...(rolling_frontier?.critical_resource_contentions ?? []).map(
      ({ resource }, index): Use => [resource, "waves.json", [...contentions, index, "resource"]],
    ),
    ...resource_wait_queue.flatMap((item, index): Use[] =>
      typeof item === "string"
        ? []
        : [
            [
              item.resource,
              "coordinator.json",
              [...queues, "resource_wait_queue", index, "resource"],
            ],
          ],
    ),
    ...(wave_based?.waves ?? []).flatMap(({ resource_usage = {} }, index) =>
      Object.keys(resource_usage).map(
        (name): Use => [name, "waves.json", [...grounds.waves.keys, index, "resource_usage", name]],
      ),
    ),
  ];
}

function toUnknown([name, file, keys]: Use): UnknownName {
  const [list] = keys;
  const rests = [
    grounds.tasks,
    { file: "tasks.json", keys: ["meta", "codebase_analysis", "shared_resources"] },
    {
      file,
      keys:
        list === "tasks"
          ? keys.slice(0, 2)
          : file === "tasks.json"
            ? keys.slice(0, 1)
            : keys.slice(0, -1),
    },
  ];
  return { name, place: { file, keys }, rests };
}
