import type { TaskJson } from "../../../model/artifact/task-json.ts";
import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import { listNeeds } from "../list-needs.ts";
import type { PlanFacts } from "../plan-facts.ts";

/**
 * KS506 where a task contradicts itself or its plan in what it takes: `resource_reasons` name other
 * resources or units than it needs; what it takes of a machine is not what coordinator.json counts
 * with; its peak lies below what it takes all the time.
 */
export function checkReasons({ tasks, coordinator, isOwn }: PlanFacts): readonly ArtifactFault[] {
  const { run_limits: limits } = coordinator.coordinator.state_management.frontier_management;
  return tasks.tasks.flatMap((task, index) => [
    ...compareReasons(task, index),
    ...machine.flatMap((name) => {
      const { estimated, peak } = task.resource_requirements ?? {};
      const [usual = 0, most] = [estimated?.[name], peak?.[name]];
      const counted = limits?.[name] === undefined ? usual : (limits[name].units[task.id] ?? 0);
      const place = { file: "tasks.json", keys: ["tasks", index, "resource_requirements"] };
      return [
        ...(counted !== usual
          ? [
              tell(
                { file: place.file, keys: [...place.keys, "estimated", name] },
                `${task.id} takes ${usual} ${name}, and coordinator.json counts ${counted}`,
                [limitOf(name)],
              ),
            ]
          : []),
        ...(most !== undefined && most < usual
          ? [
              tell(
                { file: place.file, keys: [...place.keys, "peak", name] },
                `${task.id} takes ${usual} ${name}, and ${most} at its peak`,
                [],
              ),
            ]
          : []),
      ];
    }),
    ...(isOwn ? compareSkills(task, index) : []),
  ]);
}

const machine = ["cpu_cores", "memory_mb", "disk_io_mbps"] as const;

function compareReasons(task: TaskJson, index: number): readonly ArtifactFault[] {
  const { resource_reasons: reasons } = task;
  if (reasons === undefined) return [];
  const needs = new Map(listNeeds(task));
  const given = new Map(reasons.map(({ resource, units }) => [resource, units]));
  const names = [...new Set([...needs.keys(), ...given.keys()])];
  const wrong = names.filter((name) => needs.get(name) !== given.get(name));
  const isTwice = given.size < reasons.length;
  const place = { file: "tasks.json", keys: ["tasks", index, "resource_reasons"] };
  return [
    ...wrong.map((name) =>
      tell(
        place,
        `${task.id} needs ${needs.get(name) ?? 0} of ${name}, and its reasons name ${given.get(name) ?? 0}`,
        [],
      ),
    ),
    ...(isTwice ? [tell(place, `${task.id} has two reasons for one resource`, [])] : []),
  ];
}

/** Who can do a task is told twice, from one source. */
function compareSkills(
  { id, resource_requirements, skillsRequired = [] }: TaskJson,
  index: number,
): readonly ArtifactFault[] {
  const asked = resource_requirements?.worker_capabilities_required ?? [];
  if (asked.join() === skillsRequired.join()) return [];
  const place = { file: "tasks.json", keys: ["tasks", index, "skillsRequired"] };
  return [
    tell(
      place,
      `${id} requires ${skillsRequired.join(", ") || "no skills"}, and its worker ${asked.join(", ") || "none"}`,
      [],
    ),
  ];
}

function limitOf(name: string): FilePlace {
  return {
    file: "coordinator.json",
    keys: ["coordinator", "state_management", "frontier_management", "run_limits", name],
  };
}

function tell(place: FilePlace, what: string, rests: readonly FilePlace[]): ArtifactFault {
  const task = { file: place.file, keys: place.keys.slice(0, 2) };
  const message = `${what}; correct one of them`;
  return {
    code: "KS506",
    severity: "error",
    ...place,
    message,
    rests: [grounds.tasks, task, ...rests],
  };
}
