import { InputError } from "../errors.ts";
import { wavesJson } from "../model/artifact/waves-json.ts";
import type { RehearsalWave } from "../model/rehearsal.ts";
import { parseFile } from "./read/parse-file.ts";

/**
 * Reads a plan's waves, first to last, each with how many of its tasks open the next one: all, where
 * nothing else is said.
 *
 * @throws {InputError} if waves.json cannot be read or has no waves.
 */
export function readWaves(
  files: ReadonlyMap<string, string>,
  place: string,
): readonly RehearsalWave[] {
  const { content, faults } = parseFile(files, "waves.json", wavesJson);
  const model = content?.execution_models.wave_based;
  if (model === undefined) {
    const why = faults[0]?.message ?? "waves.json has none; choose rolling_frontier";
    throw new InputError(`Cannot read the waves of the plan in ${place}: ${why}`);
  }
  return model.waves
    .toSorted((a, b) => a.waveNumber - b.waveNumber)
    .map(({ tasks, barrier }) => {
      const share = barrier?.quorum ?? model.config.barrier?.quorum ?? 1;
      return { tasks, quorum: Math.max(1, Math.ceil(share * tasks.length)) };
    });
}
