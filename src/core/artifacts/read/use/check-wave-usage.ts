import type { ArtifactFault } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import { grounds } from "../grounds.ts";
import { listNeeds } from "../list-needs.ts";
import type { PlanFacts } from "../plan-facts.ts";

/**
 * KS506 for each unit count of a wave's `resource_usage` that its tasks do not add up to: of the
 * resources that they need, and of machines and people where coordinator.json says what each takes.
 * What another maker leaves out is let be; so is a plan that is not ok.
 */
export function checkWaveUsage(facts: PlanFacts): readonly ArtifactFault[] {
  const { tasks, waves, coordinator, dag, taskOf, isOwn } = facts;
  if (!dag.ok) return [];
  const { run_limits: limits = {} } = coordinator.coordinator.state_management.frontier_management;
  const slots =
    waves.execution_models.rolling_frontier?.config.max_concurrent_tasks ??
    Number.POSITIVE_INFINITY;
  const known = tasks.meta.codebase_analysis?.shared_resources ?? {};
  return (waves.execution_models.wave_based?.waves ?? []).flatMap((wave, index) => {
    const { resource_usage: usage } = wave;
    if (usage === undefined) return [];
    const used = new Map<string, number[]>();
    const add = (name: string, units: number) => used.set(name, [...(used.get(name) ?? []), units]);
    for (const id of wave.tasks) {
      const task = taskOf.get(id);
      if (task === undefined) continue;
      for (const [name, units] of listNeeds(task)) add(name, units);
      for (const [name, limit] of Object.entries(limits)) {
        const units = limit.units[id];
        if (units !== undefined && !isApart(name)) add(toUsageName(name), units);
      }
    }
    const names = isOwn ? new Set([...used.keys(), ...Object.keys(usage)]) : Object.keys(usage);
    return [...names].flatMap((name) => {
      const limit = Object.keys(limits).find((one) => toUsageName(one) === name) ?? name;
      const isKnown = known[name] !== undefined || limits[limit] !== undefined;
      if (!isKnown && !used.has(name)) return [];
      const most = known[name]?.capacity ?? limits[limit]?.capacity ?? Number.POSITIVE_INFINITY;
      const right = listPossible(used.get(name) ?? [], most, slots, usage[name] ?? 0, name);
      return expectFigure({
        ...{ file: "waves.json", keys: [...grounds.waves.keys, index, "resource_usage", name] },
        stated: usage[name] ?? 0,
        right,
        what: `units of ${name} in wave ${index + 1}`,
        rests: [
          grounds.tasks,
          grounds.waves,
          { file: "waves.json", keys: [...grounds.waves.keys, index, "resource_usage"] },
          {
            file: "coordinator.json",
            keys: ["coordinator", "state_management", "frontier_management", "run_limits", limit],
          },
          {
            file: "waves.json",
            keys: ["execution_models", "rolling_frontier", "config", "max_concurrent_tasks"],
          },
          { file: "tasks.json", keys: ["meta", "codebase_analysis", "shared_resources", name] },
        ],
      });
    });
  });
}

/**
 * What tasks can have in use at once, the most first: as many as there are slots, up to what there is.
 * Where these need more than there is any number from the largest of them on may be the most that
 * fits, so the stated one is taken then.
 */
function listPossible(
  amounts: readonly number[],
  capacity: number,
  slots: number,
  stated: number,
  name: string,
): readonly number[] {
  const inUse = amounts.toSorted((a, b) => b - a).slice(0, slots);
  const sum = inUse.reduce((all, one) => all + one, 0);
  const all = amounts.reduce((whole, one) => whole + one, 0);
  const toShown = (units: number) =>
    name === memory ? Math.round((100 * units) / 1024) / 100 : units;
  const [most, least] = [Math.min(capacity, sum), Math.min(capacity, inUse[0] ?? 0)].map(toShown);
  const isOpen = sum > capacity && stated >= (least ?? 0) && stated <= (most ?? 0);
  // other makers count what the tasks need in all
  return isOpen ? [stated] : [most ?? 0, toShown(Math.min(capacity, all))];
}

const memory = "estimated_memory_gb";

/** What a wave calls a limit of the machines; memory is told in GB there. */
function toUsageName(limit: string): string {
  if (limit === "cpu_cores") return "estimated_cpu_cores";
  return limit === "memory_mb" ? memory : limit;
}

/** Tasks that are kept apart use nothing up. */
function isApart(name: string): boolean {
  return name.includes(" apart from ");
}
