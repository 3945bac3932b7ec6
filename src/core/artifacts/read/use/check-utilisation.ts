import type { ArtifactFault } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import { grounds } from "../grounds.ts";
import { listNeeds } from "../list-needs.ts";
import type { PlanFacts } from "../plan-facts.ts";

/** What tasks.json and waves.json tell of a resource. */
interface Usage {
  readonly users: Set<string>;
  units: number;
  waves: number;
}

const shared = ["meta", "codebase_analysis", "shared_resources"];

/**
 * KS506 for each number of `resourceUtilization` that the plan tells otherwise: how many tasks need
 * the resource, its capacity, and in how many waves it is used; some makers state instead how many
 * its units need at least, which is taken too. A resource whose tasks only `resource_conflicts` names is counted
 * there. Waves are looked at in a plan that is ok only. In a plan of ours each resource in use is there.
 */
export function checkUtilisation(facts: PlanFacts): readonly ArtifactFault[] {
  const { resourceUtilization = {}, resourceConstrainedTasks } = facts.dag.metrics;
  const usage = measureUsage(facts);
  const known = facts.tasks.meta.codebase_analysis?.shared_resources ?? {};
  const constrained = facts.tasks.tasks.filter((task) => listNeeds(task).length > 0).length;
  const expect = (
    keys: readonly string[],
    stated: number | undefined,
    right: readonly number[],
    what: string,
    resource: string,
  ) =>
    expectFigure({
      ...{ file: "dag.json", keys: ["metrics", ...keys], stated, right, what },
      rests: [
        grounds.tasks,
        { file: "tasks.json", keys: [...shared, resource] },
        ...(keys.includes("waves_required") ? [grounds.waves] : []),
      ],
    });
  return [
    ...expect(
      ["resourceConstrainedTasks"],
      resourceConstrainedTasks,
      [constrained],
      "tasks that need a resource",
      "",
    ),
    ...Object.entries(resourceUtilization).flatMap(([name, stated]) => {
      const used = usage.get(name);
      const users = used?.users.size ?? facts.tasks.resource_conflicts[name]?.tasks.length ?? 0;
      const limit = known[name]?.capacity;
      const least = Math.ceil((used?.units ?? users) / (limit ?? stated.capacity ?? 1));
      const waves =
        facts.dag.ok && used !== undefined ? [used.waves, ...(facts.isOwn ? [] : [least])] : [];
      const at = (key: string) => ["resourceUtilization", name, key];
      return [
        ...expect(at("total_tasks"), stated.total_tasks, [users], `tasks that need ${name}`, name),
        ...expect(
          at("capacity"),
          stated.capacity,
          limit === undefined ? [] : [limit],
          `units of ${name}`,
          name,
        ),
        ...expect(
          at("waves_required"),
          stated.waves_required,
          waves,
          `waves that use ${name}`,
          name,
        ),
      ];
    }),
    ...(facts.isOwn
      ? [...usage.keys()].flatMap((name) =>
          resourceUtilization[name] === undefined ? [tellMissing(name)] : [],
        )
      : []),
  ];
}

function tellMissing(name: string): ArtifactFault {
  const message = `resourceUtilization leaves out ${name}, which tasks need; run 'tasks plan' again`;
  const place = { file: "dag.json", keys: ["metrics", "resourceUtilization"] };
  return { code: "KS506", severity: "error", ...place, message, rests: [grounds.tasks] };
}

function measureUsage({ tasks, waves }: PlanFacts): ReadonlyMap<string, Usage> {
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
