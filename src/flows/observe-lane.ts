import { readCoordinatedPlans } from "../core/artifacts/read-coordinated-plans.ts";
import { parseConfig } from "../core/config/parse-config.ts";
import { listGatedHeads } from "../core/coordinate/list-gated-heads.ts";
import { liveMarker } from "../core/coordinate/live-marker.ts";
import { InputError } from "../core/errors.ts";
import type { Resource } from "../core/model/config.ts";
import type { CoordinatedPlan } from "../core/model/coordinated-plan.ts";
import type { LaneName } from "../core/model/event.ts";
import type { PlanId } from "../core/model/ids.ts";
import type { LiveComment, ObservedLane, ObservedPull } from "../core/model/observed-lane.ts";
import type { StoredLane } from "../core/model/stored-lane.ts";
import { configPath } from "./config-path.ts";
import type { LaneReader } from "./lane-ports.ts";

/** Pull requests that were merged earlier than that are history: no pass goes through all of it. */
const mergedWindowMs = 30 * 24 * 3_600_000;

/**
 * Reads all that a pass decides on, anew: the store first, then issues, then pull requests, then
 * gates. So what GitHub shows is never older than the holds it is judged by, and who merges
 * meanwhile is seen as merged, not as a task that closed by itself.
 *
 * @throws {GitHubError} if anything cannot be read whole.
 * @throws {InputError} if a plan on branch `keysteps` or the settings cannot be read, or the branch
 *   is gone while its tasks have their turn.
 */
export async function observeLane(
  lane: LaneName,
  reader: LaneReader,
  stored: StoredLane,
): Promise<ObservedLane> {
  const defaultBranch = await reader.readDefaultBranch();
  const plans = await readPlans(lane, reader, stored);
  const resources = await readResources(reader);
  const nodeIds = plans.flatMap(({ tasks }) => tasks.flatMap(({ issue }) => issue?.nodeId ?? []));
  const issues = await reader.readIssues(nodeIds);
  const pulls = await readPulls(lane, reader, stored);
  const comments = await readComments(reader, plans);
  const ungated = { lane, defaultBranch, plans, resources, issues, pulls, comments };
  return { ...ungated, gates: await reader.readGates(listGatedHeads(ungated, stored)) };
}

/** No branch means no plan, unless somebody holds something by one: then it was lost. */
async function readPlans(
  lane: LaneName,
  reader: LaneReader,
  { holds }: StoredLane,
): Promise<readonly CoordinatedPlan[]> {
  const { head, files } = await reader.readPlanFiles();
  const own = holds.filter(({ holder }) => holder.repository === lane);
  if (head !== undefined || own.length === 0) return readCoordinatedPlans(files);
  const names = [...new Set(own.map(({ holder, resource }) => `${holder.taskId} (${resource})`))];
  throw new InputError(
    `Cannot find branch keysteps, by whose plan ${names.join(", ")} have their turn; restore the branch`,
  );
}

async function readResources(reader: LaneReader): Promise<readonly Resource[]> {
  const { config, diagnostics } = parseConfig(await reader.readFile(configPath), configPath);
  const fault = diagnostics.find(({ severity }) => severity === "error");
  if (!fault) return config.resources;
  const { at, message } = fault;
  throw new InputError(`Cannot tell the shared resources: ${at.path}:${at.line}: ${message}`);
}

/**
 * Open ones, those merged lately, and whatever became of those that holds have let pass or that
 * froze something; each once as it was read last, by number.
 */
async function readPulls(
  lane: LaneName,
  reader: LaneReader,
  { holds, freezes, since, now }: StoredLane,
): Promise<readonly ObservedPull[]> {
  const own = holds.filter(({ holder }) => holder.repository === lane);
  const passed = own.flatMap(({ passes }) => passes.map(({ pullNumber }) => pullNumber));
  const frozenBy = freezes
    .filter(({ repository }) => repository === lane)
    .map(({ pullNumber }) => pullNumber);
  const found = [
    ...(await reader.listOpenPulls()),
    ...(await reader.listMergedPulls(Math.max(since, now - mergedWindowMs))),
    ...(await reader.readPulls([...new Set([...passed, ...frozenBy])])),
  ];
  const newest = new Map(found.map((pull) => [pull.number, pull]));
  return [...newest.values()].toSorted((a, b) => a.number - b.number);
}

async function readComments(
  reader: LaneReader,
  plans: readonly CoordinatedPlan[],
): Promise<ReadonlyMap<PlanId, LiveComment>> {
  const comments = new Map<PlanId, LiveComment>();
  for (const { id, trackingIssue } of plans) {
    const comment =
      trackingIssue && (await reader.readLiveComment(trackingIssue.number, liveMarker(id)));
    if (comment) comments.set(id, comment);
  }
  return comments;
}
