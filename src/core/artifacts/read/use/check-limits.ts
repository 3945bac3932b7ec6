import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import type { PlanFacts } from "../plan-facts.ts";

const slots = { file: "tasks.json", keys: ["meta", "resource_limits", "max_concurrent_tasks"] };
const rolling = ["execution_models", "rolling_frontier"];
const runLimits = ["coordinator", "state_management", "frontier_management", "run_limits"];

/**
 * KS506 where files disagree on what there is: slots, machines less the headroom, resources; an
 * exclusive one has one unit. KS524 where a task takes more of a limit than there is, and where a pool
 * of workers has fewer at most than at least.
 */
export function checkLimits({
  tasks,
  dag,
  waves,
  coordinator,
  started,
}: PlanFacts): readonly ArtifactFault[] {
  const limits = tasks.meta.resource_limits ?? {};
  const { rolling_frontier: model } = waves.execution_models;
  const { frontier_management } = coordinator.coordinator.state_management;
  const headroom = coordinator.coordinator.policies?.resource_allocation?.headroom_percent;
  const whole = {
    cpu_cores: limits.max_cpu_cores,
    memory_mb: toMb(limits.max_memory_gb),
    disk_io_mbps: limits.max_disk_io_mbps,
  };
  const pool = coordinator.worker_pool ?? {};
  const used = model?.resource_utilization_forecast?.max_concurrency;
  return [
    ...expectFigure({
      ...{
        file: "waves.json",
        keys: [...rolling, "config", "max_concurrent_tasks"],
        what: "tasks at once",
      },
      ...{
        stated: model?.config.max_concurrent_tasks,
        right: listed(limits.max_concurrent_tasks),
        rests: [slots],
      },
    }),
    ...(used === undefined ||
    limits.max_concurrent_tasks === undefined ||
    used <= Math.max(limits.max_concurrent_tasks, started.size)
      ? []
      : [
          tell(
            "KS506",
            {
              file: "waves.json",
              keys: [...rolling, "resource_utilization_forecast", "max_concurrency"],
            },
            `${used} tasks at once are more than the ${limits.max_concurrent_tasks} that are allowed`,
            [slots],
          ),
        ]),
    ...Object.entries(frontier_management.run_limits ?? {}).flatMap(
      ([name, { capacity, units }]) => {
        const place = { file: "coordinator.json", keys: [...runLimits, name, "capacity"] };
        const all = name in whole ? whole[name as keyof typeof whole] : undefined;
        const right =
          all === undefined || headroom === undefined
            ? []
            : [leaveRoom(all, headroom, Object.values(units))];
        const greedy = Object.entries(units).filter(([, one]) => dag.ok && one > capacity);
        return [
          ...greedy.map(([id, one]) =>
            tell(
              "KS524",
              { file: place.file, keys: [...runLimits, name, "units", id] },
              `${id} takes ${one} of ${name}, and there are ${capacity}`,
              [{ file: place.file, keys: [...runLimits, name] }],
            ),
          ),
          ...expectFigure({
            ...{ ...place, stated: capacity, what: `units of ${name} less the headroom` },
            right,
            rests: [
              {
                file: "coordinator.json",
                keys: ["coordinator", "policies", "resource_allocation", "headroom_percent"],
              },
              { file: "coordinator.json", keys: [...runLimits, name] },
            ],
          }),
        ];
      },
    ),
    ...Object.entries(tasks.meta.codebase_analysis?.shared_resources ?? {}).flatMap(
      ([name, { type, capacity }]) =>
        expectFigure({
          ...{
            file: "tasks.json",
            keys: ["meta", "codebase_analysis", "shared_resources", name, "capacity"],
          },
          ...{
            stated: capacity,
            right: type === "exclusive" ? [1, 0] : [],
            what: `units of ${name}, which is exclusive`,
          },
          rests: [
            { file: "tasks.json", keys: ["meta", "codebase_analysis", "shared_resources", name] },
          ],
        }),
    ),
    ...(pool.min_workers !== undefined &&
    pool.max_workers !== undefined &&
    pool.max_workers < pool.min_workers
      ? [
          tell(
            "KS524",
            { file: "coordinator.json", keys: ["worker_pool", "max_workers"] },
            `max_workers is ${pool.max_workers}, less than min_workers with ${pool.min_workers}`,
            [],
          ),
        ]
      : []),
  ];
}

/** What is left of a machine; never less than what one task takes that the whole would cover. */
function leaveRoom(whole: number, headroom: number, units: readonly number[]): number {
  const free = Math.floor((whole * (100 - headroom)) / 100);
  return units.reduce((most, one) => (one <= whole ? Math.max(most, one) : most), free);
}

function listed(value: number | undefined): readonly number[] {
  return value === undefined ? [] : [value];
}

function toMb(gigabytes: number | undefined): number | undefined {
  return gigabytes === undefined ? undefined : gigabytes * 1024;
}

function tell(
  code: string,
  place: FilePlace,
  what: string,
  rests: readonly FilePlace[],
): ArtifactFault {
  return { code, severity: "error", ...place, message: `${what}; correct one of them`, rests };
}
