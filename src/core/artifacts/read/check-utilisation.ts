import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { listNeeds } from "./list-needs.ts";

/** What tasks.json and waves.json tell of a resource. */
interface Usage {
  readonly users: Set<string>;
  units: number;
  waves: number;
}

/**
 * KS506 for each number of `resourceUtilization` that the plan tells otherwise: how many tasks need
 * the resource, its capacity, and in how many waves it is used; some makers state instead how many
 * its units need at least, which is taken too. A resource whose tasks only `resource_conflicts` names is counted
 * there. Waves are looked at in a plan that is ok only.
 */
export function checkUtilisation(set: ArtifactSet): readonly ArtifactFault[] {
  const { resourceUtilization = {}, resourceConstrainedTasks } = set.dag.metrics;
  const usage = measureUsage(set);
  const known = set.tasks.meta.codebase_analysis?.shared_resources ?? {};
  const constrained = set.tasks.tasks.filter((task) => listNeeds(task).length > 0).length;
  const inAll = ["resourceConstrainedTasks"];
  return [
    ...expect(inAll, resourceConstrainedTasks, [constrained], "tasks need a resource"),
    ...Object.entries(resourceUtilization).flatMap(([name, stated]) => {
      const used = usage.get(name);
      const users = used?.users.size ?? set.tasks.resource_conflicts[name]?.tasks.length ?? 0;
      const limit = known[name]?.capacity;
      const least = Math.ceil((used?.units ?? users) / (limit ?? stated.capacity ?? 1));
      const waves = set.dag.ok && used !== undefined ? [used.waves, least] : [];
      const at = (key: string) => ["resourceUtilization", name, key];
      return [
        ...expect(at("total_tasks"), stated.total_tasks, [users], `tasks need ${name}`),
        ...expect(
          at("capacity"),
          stated.capacity,
          limit === undefined ? [] : [limit],
          `units of ${name}`,
        ),
        ...expect(at("waves_required"), stated.waves_required, waves, `waves use ${name}`),
      ];
    }),
  ];
}

function measureUsage({ tasks, waves }: ArtifactSet): ReadonlyMap<string, Usage> {
  const usage = new Map<string, Usage>();
  for (const task of tasks.tasks) {
    for (const [name, units] of listNeeds(task)) {
      const used = usage.get(name) ?? { users: new Set(), units: 0, waves: 0 };
      used.users.add(task.id);
      used.units += units;
      usage.set(name, used);
    }
  }
  const inWaves = waves.execution_models.wave_based?.waves ?? [];
  for (const used of usage.values()) {
    used.waves = inWaves.filter((wave) => wave.tasks.some((id) => used.users.has(id))).length;
  }
  return usage;
}

/** @param right Numbers that may stand there; the first is the plan's, and without any nothing is expected. */
function expect(
  keys: readonly string[],
  stated: number | undefined,
  right: readonly number[],
  what: string,
): readonly ArtifactFault[] {
  const [actual] = right;
  if (stated === undefined || actual === undefined || right.includes(stated)) return [];
  const message = `dag.json states that ${stated} ${what}, the plan has ${actual}; run 'tasks plan' again`;
  return [
    { code: "KS506", severity: "error", file: "dag.json", keys: ["metrics", ...keys], message },
  ];
}
