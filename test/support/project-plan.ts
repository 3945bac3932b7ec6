import type { DagJson } from "../../src/core/model/artifact/dag-json.ts";
import type { TasksJson } from "../../src/core/model/artifact/tasks-json.ts";
import type { WavesJson } from "../../src/core/model/artifact/waves-json.ts";

/** What a golden plan records of a plan's files: what can be held against the spec by eye, empty fields left out. */
export function projectPlan(files: ReadonlyMap<string, string>) {
  const read = (name: string) => JSON.parse(files.get(name) ?? "");
  const { meta, tasks, dependencies } = read("tasks.json") as TasksJson;
  const dag = read("dag.json") as DagJson;
  const waves = read("waves.json") as WavesJson;
  return {
    dialect: meta.dialect,
    ok: dag.ok,
    tasks: tasks.map((task) =>
      keepFilled({
        id: task.id,
        own: task.source?.id,
        title: task.title,
        state: task.source?.state,
        line: task.source?.line,
        hours: task.stated_effort && [task.stated_effort.min_hours, task.stated_effort.max_hours],
        priority: isStated(task, "scheduling_hints.priority")
          ? task.scheduling_hints?.priority
          : undefined,
        description: task.description,
        files: task.files?.map(({ path, action }) => `${action ?? "touch"} ${path}`),
        steps: task.subtasks?.map(({ id, title, done }) => `${done ? "x" : "-"} ${id} ${title}`),
        done: isStated(task, "boundaries.definition_of_done")
          ? task.boundaries?.definition_of_done?.criteria
          : undefined,
        commands: task.acceptance_checks?.flatMap(({ cmd }) => cmd ?? []),
        requirements: task.requirements,
        resources: task.resource_requirements?.estimated.exclusive_resources,
      }),
    ),
    dependencies: dependencies
      .filter(({ isHard }) => isHard)
      .map(({ from, to, type, confidence }) => `${from} → ${to} ${type} ${confidence}`),
    waves: waves.execution_models.wave_based?.waves.map((wave) => wave.tasks.join(" ")),
  };
}

function isStated({ inferred = [] }: TasksJson["tasks"][number], field: string): boolean {
  return !inferred.some((one) => one.field === field);
}

function keepFilled(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isFilled = (value: unknown) =>
    value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value)));
}
