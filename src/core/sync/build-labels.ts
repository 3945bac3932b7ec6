import type { ResourceId, TaskId } from "../model/ids.ts";
import type { Label } from "../model/issue.ts";
import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { stateLabels } from "../model/task-state.ts";

/** The label of every tracking issue. */
export const planLabel: Label = {
  name: "keysteps",
  color: "5319e7",
  description: "Tracks a plan made from a spec",
};

/** Prefixes of the labels that apply owns; all other labels are people's or the coordinator's. */
export const ownedPrefixes: readonly string[] = ["wave:", "resource:"];

/** Whether a definition is as we make them: one that people made before says something else. */
export function describesAsOurs(label: Label | undefined): boolean {
  const { name = "", description } = label ?? {};
  const [prefix = "", rest = ""] = name.split(/:(.*)/s);
  const ours = prefix.toLowerCase() === "wave" ? toWaveLabel(rest) : toResourceLabel(rest);
  return description === ours.description;
}

/** The labels of each task, and all label definitions a plan needs, sorted by name. */
export interface PlanLabels {
  readonly byTask: ReadonlyMap<TaskId, readonly string[]>;
  readonly definitions: readonly Label[];
}

/**
 * Works out `wave:N` and `resource:…` labels for a plan's tasks. The labels of task states are
 * defined here as well, but put on issues by the coordinator alone.
 */
export function buildLabels(plan: Plan, schedule: Schedule): PlanLabels {
  const waveOf = new Map(
    schedule.waves.flatMap((wave) => wave.tasks.map((id) => [id, wave.number] as const)),
  );
  const fixed = [planLabel, ...Object.values(stateLabels)];
  const definitions = new Map<string, Label>(fixed.map((label) => [label.name, label]));
  const byTask = new Map<TaskId, readonly string[]>();
  for (const task of plan.tasks) {
    const wave = waveOf.get(task.id);
    const labels = [
      ...(wave === undefined ? [] : [toWaveLabel(wave)]),
      ...task.needs.map((need) => toResourceLabel(need.resource)),
    ];
    for (const label of labels) definitions.set(label.name, label);
    byTask.set(task.id, labels.map((label) => label.name).toSorted());
  }
  const sorted = [...definitions.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { byTask, definitions: sorted };
}

function toWaveLabel(wave: number | string): Label {
  return {
    name: `wave:${wave}`,
    color: "0e8a16",
    description: `Planned for wave ${wave}`,
  };
}

/** GitHub allows 50 characters in a label's name and 100 in its description. */
function toResourceLabel(resource: ResourceId | string): Label {
  return {
    name: `resource:${resource}`.slice(0, 50),
    color: "d93f0b",
    description: `Takes turns on ${resource}`.slice(0, 100),
  };
}
