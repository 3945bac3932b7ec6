import type { GateVerdict } from "./gate-verdict.ts";

/**
 * The verdicts that count for each head commit. Where several pull requests share a commit all
 * must pass; else the first that waits, and waits for more than the next look, gives the reason.
 */
export function mergeVerdicts(
  verdicts: readonly GateVerdict[],
): ReadonlyMap<string, readonly GateVerdict[]> {
  const bySha = new Map<string, readonly GateVerdict[]>();
  for (const verdict of verdicts) {
    const { headSha } = verdict.pull;
    bySha.set(headSha, pickCounting([...(bySha.get(headSha) ?? []), verdict]));
  }
  return bySha;
}

/** All of them if all pass, else the one that counts. */
function pickCounting(all: readonly GateVerdict[]): readonly GateVerdict[] {
  const queued = all.filter(({ verdict }) => verdict === "queued");
  const counting = queued.find(({ awaits }) => awaits === undefined) ?? queued[0];
  return counting ? [counting] : all;
}
