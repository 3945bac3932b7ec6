import type { TaskJson } from "../../../model/artifact/task-json.ts";
import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import { listNeeds } from "../list-needs.ts";
import type { PlanFacts } from "../plan-facts.ts";

const { waves } = grounds;
const model = { file: "waves.json", keys: ["execution_models", "wave_based"] };
const size = { file: "waves.json", keys: [...model.keys, "config", "maxWaveSize"] };

/**
 * KS507 where the waves of a plan that is ok break a promise: a task in no wave
 * or in two, a task not after one it waits for, a wave out of number, too big,
 * or one that needs more units of a resource than there are; and where they are not as many as stated.
 */
export function checkWaves(facts: PlanFacts): readonly ArtifactFault[] {
  const { wave_based } = facts.waves.execution_models;
  if (wave_based === undefined || !facts.dag.ok) return [];
  const limit = wave_based.config.maxWaveSize;
  const count = wave_based.waves.length;
  const inWaves = wave_based.waves.flatMap(({ waveNumber, tasks }, index) => {
    const members = tasks.flatMap((id) => facts.taskOf.get(id) ?? []);
    return [
      ...(waveNumber === index + 1 ? [] : [tell(index, `bears the number ${waveNumber}`, [])]),
      ...(tasks.length > limit
        ? [tell(index, `has ${tasks.length} tasks, more than ${limit}`, [size])]
        : []),
      ...listOverloads(members, facts).map((what) => tell(index, what, [grounds.tasks])),
    ];
  });
  const isMiscounted = wave_based.total_waves !== count;
  const message = `total_waves is ${wave_based.total_waves} and there are ${count} waves; correct it, or run 'tasks plan' again`;
  const place = { file: "waves.json", keys: [...model.keys, "total_waves"] };
  return [
    ...inWaves,
    ...checkMembers(facts),
    ...(isMiscounted
      ? [{ code: "KS506", severity: "error", ...place, message, rests: [waves] } as const]
      : []),
  ];
}

/** Each task stands in one wave, after those it waits for. */
function checkMembers(facts: PlanFacts): readonly ArtifactFault[] {
  const waveOf = new Map<string, number>();
  const faults: ArtifactFault[] = [];
  for (const [index, wave] of (facts.waves.execution_models.wave_based?.waves ?? []).entries()) {
    for (const id of wave.tasks) {
      if (waveOf.has(id)) faults.push(tell(index, `${id} stands in two waves`, []));
      waveOf.set(id, index);
    }
  }
  for (const [index, { id }] of facts.tasks.tasks.entries()) {
    if (waveOf.has(id)) continue;
    faults.push(
      tell(undefined, `${id} is in no wave`, [
        { file: "tasks.json", keys: ["tasks", index, "id"] },
      ]),
    );
  }
  if (facts.hasCycle) return faults;
  for (const [from, to] of facts.edges) {
    const [before, after] = [waveOf.get(from), waveOf.get(to)];
    if (before === undefined || after === undefined || before < after) continue;
    const what = `${to} waits for ${from}, which stands in wave ${before + 1}`;
    faults.push(tell(after, what, [grounds.links]));
  }
  return faults;
}

function tell(index: number | undefined, what: string, rests: readonly FilePlace[]): ArtifactFault {
  const keys = index === undefined ? waves.keys : [...waves.keys, index];
  const place = index === undefined ? "Waves" : `Wave ${index + 1}`;
  const message = `${place}: ${what}; correct it, or run 'tasks plan' again`;
  return {
    code: "KS507",
    severity: "error",
    file: "waves.json",
    keys,
    message,
    rests: [waves, ...rests],
  };
}

/** Resources of which the tasks of one wave need more than there is; what was begun has found enough. */
function listOverloads(members: readonly TaskJson[], facts: PlanFacts): readonly string[] {
  const { done, started } = facts;
  const known = facts.tasks.meta.codebase_analysis?.shared_resources ?? {};
  const capacityOf = (name: string) =>
    known[name]?.capacity ?? (known[name]?.type === "exclusive" ? 1 : Number.POSITIVE_INFINITY);
  const used = new Map<string, number>();
  for (const task of members) {
    const isBegun = done.has(task.id) || started.has(task.id);
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
