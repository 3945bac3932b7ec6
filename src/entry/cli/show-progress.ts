import { planPaceMs } from "../../adapters/system/plan-pace-ms.ts";
import { systemClock } from "../../adapters/system/system-clock.ts";
import type { WriteKind } from "../../flows/ports.ts";
import { renderBar } from "./render-bar.ts";
import type { Streams } from "./streams.ts";
import { stripControls } from "./strip-controls.ts";

/** What a run tells of its writes. */
export interface Progress {
  /** The writes that are to come, in order. */
  readonly expect: (kinds: readonly WriteKind[]) => void;
  /** One is done. */
  readonly tell: (line: string) => void;
  /** The run is over, well or not. */
  readonly end: () => void;
}

/**
 * Tells each write on stderr: as a line, or on a terminal as a bar with the time left, which its last
 * write stands behind.
 *
 * @param isPaced Writes wait for GitHub's limits, so that the time left is known beforehand.
 */
export function showProgress(
  { err, draw }: Streams,
  isPaced: boolean,
  clock = systemClock,
): Progress {
  if (draw === undefined) {
    return {
      expect: () => undefined,
      tell: (line) => err(stripControls(line)),
      end: () => undefined,
    };
  }
  let due: readonly number[] = [];
  let startedAt = clock.now();
  let done = 0;
  return {
    expect(kinds) {
      due = isPaced ? planPaceMs(kinds) : kinds.map(() => 0);
      startedAt = clock.now();
      done = 0;
    },
    tell(line) {
      done++;
      const elapsedMs = clock.now() - startedAt;
      draw(renderBar({ done, due, elapsedMs, line: stripControls(line) }));
    },
    end: () => draw(""),
  };
}
