import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

type Keys = FilePlace["keys"];
type Figures = Readonly<Record<string, number | undefined>>;

/** How far two figures may run the wrong way, as each is rounded to the tenth. */
const slack = 0.1 + 1e-9;

/**
 * KS524 where figures that rise by what they mean do not: durations, stated efforts, P50 to P95,
 * start and end, averages and peaks; where a task starts before one it waits for is finished, or ends
 * after the plan.
 */
export function checkFigures(facts: PlanFacts): readonly ArtifactFault[] {
  const { tasks, waves, features } = facts;
  const { wave_based, rolling_frontier: rolling } = waves.execution_models;
  const inWaves = ["execution_models", "wave_based"];
  const inRolling = ["execution_models", "rolling_frontier"];
  const { optimal_hours, lower_bound_hours } = rolling?.estimated_completion_time ?? {};
  const use = rolling?.resource_utilization_forecast ?? {};
  const evidence = [
    ...features.features.map((one, index) => ({
      ...one,
      file: "features.json",
      keys: ["features", index],
    })),
    ...tasks.tasks.map((one, index) => ({ ...one, file: "tasks.json", keys: ["tasks", index] })),
  ];
  return [
    ...tasks.tasks.flatMap(({ duration, stated_effort: effort }, index) => [
      ...(duration ? expectRise("tasks.json", ["tasks", index, "duration"], duration) : []),
      ...expectRise("tasks.json", ["tasks", index, "stated_effort"], {
        min_hours: effort?.min_hours,
        hours: effort?.hours,
        max_hours: effort?.max_hours,
      }),
    ]),
    ...evidence.flatMap(({ file, keys, source_evidence }) =>
      source_evidence.flatMap(({ loc, startLine, endLine }, at) => [
        ...expectRise(file, [...keys, "source_evidence", at, "loc"], loc),
        ...expectRise(file, [...keys, "source_evidence", at], { startLine, endLine }),
      ]),
    ),
    ...tasks.dependencies.flatMap(({ evidence }, index) =>
      evidence.flatMap(({ lines: [first, last] = [undefined, undefined] }, at) =>
        expectRise("tasks.json", ["dependencies", index, "evidence", at], {
          lines: first,
          "last line": last,
        }),
      ),
    ),
    ...(wave_based?.waves ?? []).flatMap(({ estimates, timing }, index) => {
      const { units: _, ...figures } = estimates ?? { units: "" };
      const at = [...grounds.waves.keys, index];
      return [
        ...expectRise("waves.json", [...at, "estimates"], figures),
        ...(timing ? checkTiming([...at, "timing"], timing) : []),
      ];
    }),
    ...expectRise(
      "waves.json",
      [...inWaves, "estimated_completion"],
      pick(wave_based?.estimated_completion),
    ),
    ...expectRise("waves.json", grounds.completion.keys, pick(rolling?.estimated_completion_time)),
    ...expectRise("waves.json", grounds.completion.keys, { lower_bound_hours, optimal_hours }),
    ...(rolling?.task_forecasts ?? []).flatMap((one, index) =>
      checkTiming([...inRolling, "task_forecasts", index], one),
    ),
    ...(
      [
        ["average_cpu_percent", "peak_cpu_percent"],
        ["average_memory_percent", "peak_memory_percent"],
        ["average_concurrency", "max_concurrency"],
      ] as const
    ).flatMap(([low, high]) =>
      expectRise("waves.json", [...inRolling, "resource_utilization_forecast"], {
        [low]: use[low],
        // more may be under way already than may be at once
        [high]: facts.started.size > 0 && high === "max_concurrency" ? undefined : use[high],
      }),
    ),
    ...expectRise("waves.json", [...inRolling, "simulation"], {
      runs_slower_than_waves: rolling?.simulation?.runs_slower_than_waves,
      runs: rolling?.simulation?.runs,
    }),
    ...checkCourse(facts),
  ];
}

/** Tasks follow what they wait for, and none ends after the plan. */
function checkCourse({ waves, edges, done, started }: PlanFacts): readonly ArtifactFault[] {
  const rolling = waves.execution_models.rolling_frontier;
  const forecasts = rolling?.task_forecasts ?? [];
  const place = ["execution_models", "rolling_frontier", "task_forecasts"];
  const whole = rolling?.estimated_completion_time;
  const byTask = new Map(forecasts.map((one, index) => [one.task, { ...one, index }]));
  return [
    ...forecasts.flatMap(({ task, finish }, index) => {
      const late =
        whole &&
        (["p50_hours", "p80_hours", "p95_hours"] as const).find(
          (key) => (finish[key] ?? 0) > (whole[key] ?? Number.POSITIVE_INFINITY) + slack,
        );
      if (!late) return [];
      return [
        tell(
          [...place, index, "finish", late],
          `${task} ends at ${finish[late]} h (${late}), after the plan with ${whole[late]} h`,
          [grounds.completion, forecastOf(index)],
        ),
      ];
    }),
    ...edges.flatMap(([from, to]) => {
      const [before, after] = [byTask.get(from), byTask.get(to)];
      if (before === undefined || after === undefined || done.has(to) || started.has(to)) return [];
      if (after.start_p50_hours >= before.finish.p50_hours - slack) return [];
      return [
        tell(
          [...place, after.index, "start_p50_hours"],
          `${to} starts at ${after.start_p50_hours} h, before ${from} is finished with ${before.finish.p50_hours} h`,
          [grounds.links, forecastOf(before.index), forecastOf(after.index)],
        ),
      ];
    }),
  ];

  function forecastOf(index: number): FilePlace {
    return { file: "waves.json", keys: [...place, index] };
  }
}

interface Quantiles {
  readonly p50_hours: number;
  readonly p80_hours?: number | undefined;
  readonly p95_hours: number;
}

function checkTiming(
  keys: Keys,
  { start_p50_hours, finish }: { readonly start_p50_hours: number; readonly finish: Quantiles },
): readonly ArtifactFault[] {
  const figures = { start_p50_hours, ...pick(finish) };
  return expectRise("waves.json", keys, figures, (name) =>
    name === "start_p50_hours" ? [name] : ["finish", name],
  );
}

function pick(completion: Quantiles | undefined): Figures {
  const { p50_hours, p80_hours, p95_hours } = completion ?? {};
  return { p50_hours, p80_hours, p95_hours };
}

function expectRise(
  file: string,
  keys: Keys,
  figures: Figures,
  toKeys: (name: string) => Keys = (name) => [name],
): readonly ArtifactFault[] {
  const stated = Object.entries(figures).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  const at = stated.findIndex(({ value }, index) => value < (stated[index - 1]?.value ?? value));
  const [before, after] = [stated[at - 1], stated[at]];
  if (before === undefined || after === undefined) return [];
  const message = `${after.name} is ${after.value}, less than ${before.name} with ${before.value}; correct one of them`;
  const rests = [{ file, keys }, ...(keys[0] === "tasks" ? [grounds.tasks] : [])];
  return [
    {
      code: "KS524",
      severity: "error",
      file,
      keys: [...keys, ...toKeys(after.name)],
      message,
      rests,
    },
  ];
}

function tell(keys: Keys, what: string, rests: readonly FilePlace[]): ArtifactFault {
  return {
    code: "KS524",
    severity: "error",
    file: "waves.json",
    keys,
    message: `${what}; correct one of them`,
    rests,
  };
}
