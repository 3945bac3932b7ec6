import { KeystepsError } from "../core/errors.ts";
import type { LaneName } from "../core/model/event.ts";
import type { ObservedGates } from "../core/model/observed-gates.ts";
import type { StoredLane } from "../core/model/stored-lane.ts";
import type { LaneReader } from "./lane-ports.ts";

/**
 * Reads the gates of a repository of which not everything can be read: those of open pull
 * requests, and those that holds or unsent writes speak of; only the latter where pull requests
 * are what cannot be read.
 *
 * @throws {GitHubError} if not even these can be read.
 */
export async function observeGates(
  lane: LaneName,
  reader: LaneReader,
  { holds, outbox }: StoredLane,
): Promise<ObservedGates> {
  const open = await listOpenHeads(reader);
  const passed = holds
    .filter(({ holder }) => holder.repository === lane)
    .flatMap(({ passes }) => passes.map(({ headSha }) => headSha));
  const written = outbox.flatMap(({ op }) => (op.kind === "gate" ? [op.headSha] : []));
  const headShas = [...new Set([...open, ...passed, ...written])];
  return { headShas, gates: await reader.readGates(headShas) };
}

async function listOpenHeads(reader: LaneReader): Promise<readonly string[]> {
  try {
    return (await reader.listOpenPulls()).map(({ headSha }) => headSha);
  } catch (error) {
    if (error instanceof KeystepsError && error.remedy === "try-later") throw error;
    return [];
  }
}
