import type { ArtifactFault } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

/** Each figure is rounded to the tenth by itself. */
const tolerance = 0.15;

/**
 * KS506 where figures of the forecast that follow from each other do not agree: what working side by
 * side saves, the end of the waves and how busy the slots are.
 */
export function checkSavings({ dag, waves, started }: PlanFacts): readonly ArtifactFault[] {
  const { time_saved: saved } = dag;
  const { wave_based, rolling_frontier: rolling } = waves.execution_models;
  const end = wave_based?.estimated_completion;
  const inDag = (key: string) => ({ file: "dag.json", keys: ["time_saved", key] });
  const { sequential_hours: all = 0, parallel_hours: side = 0 } = saved ?? {};
  const share = all > 0 ? (100 * Math.max(0, all - side)) / all : 0;
  // it is rounded from hours that are not
  const isShare = Math.abs((saved?.saved_percent ?? 0) - share) <= 0.5 + (all > 0 ? 15 / all : 0);
  const rests = [{ file: "dag.json", keys: ["time_saved"] }];
  const slots = rolling?.config.max_concurrent_tasks ?? 0;
  const busy = rolling?.average_slot_use;
  return [
    ...expectFigure({
      ...inDag("parallel_hours"),
      ...{
        stated: saved?.parallel_hours,
        what: "hours side by side (P50)",
        rests: [...rests, grounds.completion],
      },
      right:
        rolling?.estimated_completion_time === undefined
          ? []
          : [rolling.estimated_completion_time.p50_hours],
    }),
    ...expectFigure({
      ...inDag("saved_hours"),
      ...{
        stated: saved?.saved_hours,
        right: [roundTo1(Math.max(0, all - side))],
        what: "hours saved",
        tolerance,
        rests,
      },
    }),
    ...expectFigure({
      ...inDag("saved_percent"),
      ...{
        stated: saved?.saved_percent,
        right: isShare ? [] : [Math.round(share)],
        what: "percent saved",
        rests,
      },
    }),
    ...(["p50_hours", "p80_hours", "p95_hours"] as const).flatMap((key) => {
      const ends = (wave_based?.waves ?? []).flatMap(({ timing }) => timing?.finish[key] ?? []);
      const last = ends.reduce((most, one) => Math.max(most, one), 0);
      // what is under way already may end first, and then no one wave is the last
      const isLater = started.size > 0 && (end?.[key] ?? 0) >= last;
      return expectFigure({
        ...{
          file: "waves.json",
          keys: ["execution_models", "wave_based", "estimated_completion", key],
        },
        ...{ stated: end?.[key], right: ends.length === 0 || isLater ? [] : [last] },
        what: `end of the last wave (${key})`,
        tolerance,
        rests: [
          {
            file: "waves.json",
            keys: [...grounds.waves.keys, (wave_based?.waves.length ?? 1) - 1, "timing"],
          },
          grounds.waves,
        ],
      });
    }),
    ...checkGap(rolling?.estimated_completion_time),
    ...checkAdvantage(rolling?.advantage_percent, rolling?.advantages_over_wave_based),
    ...expectFigure({
      ...{ file: "waves.json", keys: ["execution_models", "rolling_frontier", "average_slot_use"] },
      ...{
        stated: busy,
        what: "share of the slots in use",
        tolerance: 0.011 + 0.05 / Math.max(1, slots),
        rests: [
          {
            file: "waves.json",
            keys: ["execution_models", "rolling_frontier", "config", "max_concurrent_tasks"],
          },
        ],
      },
      right:
        rolling?.resource_utilization_forecast?.average_concurrency === undefined || slots === 0
          ? []
          : [
              Math.round(
                (100 * rolling.resource_utilization_forecast.average_concurrency) / slots,
              ) / 100,
            ],
    }),
  ];
}

type Rolling = NonNullable<PlanFacts["waves"]["execution_models"]["rolling_frontier"]>;

/** How far the bound lies below the shortest schedule found. */
function checkGap(completion: Rolling["estimated_completion_time"]): readonly ArtifactFault[] {
  const { optimal_hours: best, lower_bound_hours: least, gap_percent: stated } = completion ?? {};
  if (best === undefined || least === undefined || stated === undefined) return [];
  const gap = best > 0 ? (100 * (best - least)) / best : 0;
  const isGap = Math.abs(gap - stated) <= 0.5 + (best > 0 ? 10 / best : 0);
  return expectFigure({
    ...{ file: "waves.json", keys: [...grounds.completion.keys, "gap_percent"], stated },
    ...{ right: isGap ? [] : [Math.round(gap)], what: "percent that the bound lies lower" },
    rests: [grounds.completion],
  });
}

/** The advantage is told as a figure and in words. */
function checkAdvantage(
  stated: number | undefined,
  words: readonly string[] = [],
): readonly ArtifactFault[] {
  if (stated === undefined) return [];
  const told = words.flatMap((text) => /^(\d+)% faster/.exec(text)?.[1] ?? []).map(Number);
  const place = {
    file: "waves.json",
    keys: ["execution_models", "rolling_frontier", "advantage_percent"],
  };
  return expectFigure({
    ...{ ...place, stated: Math.max(0, stated), right: [told[0] ?? 0] },
    ...{ what: "percent that rolling is faster", rests: [] },
  });
}

function roundTo1(value: number): number {
  return Math.round(10 * value) / 10;
}
