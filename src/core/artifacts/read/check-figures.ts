import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";

type Keys = ArtifactFault["keys"];

/** KS524 where figures that rise by what they mean do not: durations, P50 to P95. */
export function checkFigures({ tasks, waves }: ArtifactSet): readonly ArtifactFault[] {
  const { wave_based, rolling_frontier } = waves.execution_models;
  const inWaves = ["execution_models", "wave_based"];
  return [
    ...tasks.tasks.flatMap(({ duration }, index) =>
      duration ? expectRise("tasks.json", ["tasks", index, "duration"], duration) : [],
    ),
    ...(wave_based?.waves ?? []).flatMap(({ estimates }, index) => {
      const { units: _, ...figures } = estimates ?? { units: "" };
      return expectRise("waves.json", [...inWaves, "waves", index, "estimates"], figures);
    }),
    ...expectRise(
      "waves.json",
      [...inWaves, "estimated_completion"],
      pick(wave_based?.estimated_completion),
    ),
    ...expectRise(
      "waves.json",
      ["execution_models", "rolling_frontier", "estimated_completion_time"],
      pick(rolling_frontier?.estimated_completion_time),
    ),
  ];
}

type Quantiles =
  | {
      readonly p50_hours: number;
      readonly p80_hours?: number | undefined;
      readonly p95_hours: number;
    }
  | undefined;

function pick(completion: Quantiles) {
  const { p50_hours, p80_hours, p95_hours } = completion ?? {};
  return { p50_hours, p80_hours, p95_hours };
}

function expectRise(
  file: string,
  keys: Keys,
  figures: Readonly<Record<string, number | undefined>>,
): readonly ArtifactFault[] {
  const stated = Object.entries(figures).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  const at = stated.findIndex(({ value }, index) => value < (stated[index - 1]?.value ?? value));
  const [before, after] = [stated[at - 1], stated[at]];
  if (before === undefined || after === undefined) return [];
  const message = `${after.name} is ${after.value}, less than ${before.name} with ${before.value}; correct one of them`;
  return [{ code: "KS524", severity: "error", file, keys: [...keys, after.name], message }];
}
