import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { listGraphEdges } from "./list-graph-edges.ts";

const waves = ["execution_models", "wave_based", "waves"];

/**
 * KS507 where the waves of a plan that is ok break a promise: a task in no wave
 * or in two, a task not after one it waits for, a wave that is too big, or that
 * needs more units of a resource than there are.
 */
export function checkWaves(set: ArtifactSet): readonly ArtifactFault[] {
  const model = set.waves.execution_models.wave_based;
  if (model === undefined || !set.dag.ok) return [];
  const faults: ArtifactFault[] = [];
  const waveOf = new Map<string, number>();
  const taskOf = new Map(set.tasks.tasks.map((task) => [task.id, task]));
  for (const [index, wave] of model.waves.entries()) {
    for (const id of wave.tasks) {
      if (waveOf.has(id)) add(index, `${id} stands in two waves`);
      waveOf.set(id, index);
    }
    const limit = model.config.maxWaveSize;
    if (wave.tasks.length > limit) add(index, `has ${wave.tasks.length} tasks, more than ${limit}`);
    for (const fault of listOverloads(
      wave.tasks.flatMap((id) => taskOf.get(id) ?? []),
      set,
    ))
      add(index, fault);
  }
  for (const { id } of set.tasks.tasks) if (!waveOf.has(id)) add(undefined, `${id} is in no wave`);
  for (const [from, to] of listGraphEdges(set.tasks)) {
    const [before, after] = [waveOf.get(from), waveOf.get(to)];
    if (before === undefined || after === undefined || before < after) continue;
    add(after, `${to} waits for ${from}, which stands in wave ${before + 1}`);
  }
  return faults;

  function add(index: number | undefined, what: string): void {
    const keys = index === undefined ? waves : [...waves, index];
    const place = index === undefined ? "Waves" : `Wave ${index + 1}`;
    const message = `${place}: ${what}; run 'tasks plan' again`;
    faults.push({ code: "KS507", file: "waves.json", keys, message });
  }
}

/** Resources of which the tasks of one wave need more than there is. */
function listOverloads(members: readonly TaskJson[], { tasks }: ArtifactSet): readonly string[] {
  const used = new Map<string, number>();
  for (const { resource_requirements } of members) {
    const { exclusive_resources, shared_resources } = resource_requirements?.estimated ?? {};
    const units = [
      ...(exclusive_resources ?? []).map((name) => [name, 1] as const),
      ...Object.entries(shared_resources ?? {}),
    ];
    for (const [name, count] of units) used.set(name, (used.get(name) ?? 0) + count);
  }
  const known = tasks.meta.codebase_analysis?.shared_resources ?? {};
  return [...used].flatMap(([name, count]) => {
    const resource = known[name];
    const capacity = resource?.capacity ?? (resource?.type === "exclusive" ? 1 : count);
    return count > capacity ? [`needs ${count} of ${name} and there are ${capacity}`] : [];
  });
}
