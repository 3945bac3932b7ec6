import type { GatePass } from "../../model/hold.ts";
import type { GateVerdict } from "./gate-verdict.ts";

/** The passes that successes rest on and that are not stored yet. */
export function listNewPasses(
  wanted: ReadonlyMap<string, readonly GateVerdict[]>,
): readonly { holdId: string; pass: GatePass }[] {
  return [...wanted.values()].flat().flatMap(({ pull, holds }) => {
    const pass = { pullNumber: pull.number, headSha: pull.headSha };
    const isNew = (old: GatePass) =>
      old.pullNumber !== pass.pullNumber || old.headSha !== pass.headSha;
    return holds
      .filter(({ passes }) => passes.every(isNew))
      .map(({ id }) => ({ holdId: id, pass }));
  });
}
