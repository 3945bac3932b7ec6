import type { ArtifactFault, FilePlace } from "./artifact-set.ts";

/** A figure as a file states it, and what it must be. */
export interface Figure extends FilePlace {
  readonly stated: number | string | undefined;
  /** Values that may stand there; the first is told as the right one, and without any nothing is expected. */
  readonly right: readonly (number | string)[];
  /** What it counts, as people read it. */
  readonly what: string;
  /** How far off it may be, as makers round differently; not at all if left out. */
  readonly tolerance?: number;
  readonly rests?: readonly FilePlace[];
}

/** KS506 if a file states another figure than the rest of the plan gives; nothing where it states none. */
export function expectFigure(figure: Figure): readonly ArtifactFault[] {
  const { file, keys, stated, right, what, tolerance = 0, rests = [] } = figure;
  const [actual] = right;
  if (stated === undefined || actual === undefined) return [];
  const isRight = (value: number | string) =>
    typeof value === "number" && typeof stated === "number"
      ? Math.abs(value - stated) <= tolerance + 1e-9
      : value === stated;
  if (right.some(isRight)) return [];
  const message = `${file} states ${stated} as ${what}, the plan has ${actual}; correct it, or run 'tasks plan' again`;
  return [{ code: "KS506", severity: "error", file, keys, message, rests }];
}
