import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { hasCycle } from "./has-cycle.ts";
import { listGraphEdges } from "./list-graph-edges.ts";
import { listNeeds } from "./list-needs.ts";

const waves = ["execution_models", "wave_based", "waves"];

/**
 * KS507 where the waves of a plan that is ok break a promise: a task in no wave
 * or in two, a task not after one it waits for, a wave out of number, too big,
 * or one that needs more units of a resource than there are.
 */
export function checkWaves(set: ArtifactSet): readonly ArtifactFault[] {
  const model = set.waves.execution_models.wave_based;
  if (model === undefined || !set.dag.ok) return [];
  const taskOf = new Map(set.tasks.tasks.map((task) => [task.id, task]));
  const limit = model.config.maxWaveSize;
  const inWaves = model.waves.flatMap(({ waveNumber, tasks }, index) => {
    const members = tasks.flatMap((id) => taskOf.get(id) ?? []);
    return [
      ...(waveNumber === index + 1 ? [] : [`bears the number ${waveNumber}`]),
      ...(tasks.length > limit ? [`has ${tasks.length} tasks, more than ${limit}`] : []),
      ...listOverloads(members, set),
    ].map((what) => tell(index, what));
  });
  return [...inWaves, ...checkMembers(set)];
}

/** Each task stands in one wave, after those it waits for. */
function checkMembers({
  tasks,
  waves: { execution_models },
}: ArtifactSet): readonly ArtifactFault[] {
  const waveOf = new Map<string, number>();
  const faults: ArtifactFault[] = [];
  for (const [index, wave] of (execution_models.wave_based?.waves ?? []).entries()) {
    for (const id of wave.tasks) {
      if (waveOf.has(id)) faults.push(tell(index, `${id} stands in two waves`));
      waveOf.set(id, index);
    }
  }
  for (const { id } of tasks.tasks) {
    if (!waveOf.has(id)) faults.push(tell(undefined, `${id} is in no wave`));
  }
  if (hasCycle(tasks)) return faults;
  for (const [from, to] of listGraphEdges(tasks)) {
    const [before, after] = [waveOf.get(from), waveOf.get(to)];
    if (before === undefined || after === undefined || before < after) continue;
    faults.push(tell(after, `${to} waits for ${from}, which stands in wave ${before + 1}`));
  }
  return faults;
}

function tell(index: number | undefined, what: string): ArtifactFault {
  const keys = index === undefined ? waves : [...waves, index];
  const place = index === undefined ? "Waves" : `Wave ${index + 1}`;
  const message = `${place}: ${what}; run 'tasks plan' again`;
  return { code: "KS507", severity: "error", file: "waves.json", keys, message };
}

/** Resources of which the tasks of one wave need more than there is; what was begun has found enough. */
function listOverloads(members: readonly TaskJson[], { tasks }: ArtifactSet): readonly string[] {
  const known = tasks.meta.codebase_analysis?.shared_resources ?? {};
  const capacityOf = (name: string) =>
    known[name]?.capacity ?? (known[name]?.type === "exclusive" ? 1 : Number.POSITIVE_INFINITY);
  const used = new Map<string, number>();
  for (const task of members) {
    const isBegun = task.source?.state === "done" || task.source?.state === "in-progress";
    for (const [name, count] of listNeeds(task)) {
      const taken = isBegun ? Math.min(count, capacityOf(name)) : count;
      used.set(name, (used.get(name) ?? 0) + taken);
    }
  }
  return [...used].flatMap(([name, count]) => {
    const capacity = capacityOf(name);
    return count > capacity ? [`needs ${count} of ${name} and there are ${capacity}`] : [];
  });
}
