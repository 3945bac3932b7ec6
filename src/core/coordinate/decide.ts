import type { Decision, Grant } from "../model/decision.ts";
import type { Hold } from "../model/hold.ts";
import type { ObservedLane } from "../model/observed-lane.ts";
import type { StoredLane } from "../model/stored-lane.ts";
import { diffGates } from "./gates/diff-gates.ts";
import { judgeGates } from "./gates/judge-gates.ts";
import { listNewPasses } from "./gates/list-new-passes.ts";
import { markUnsure } from "./gates/mark-unsure.ts";
import { mergeVerdicts } from "./gates/merge-verdicts.ts";
import { nextWakeAt } from "./gates/next-wake-at.ts";
import { judgeFreezes } from "./holds/judge-freezes.ts";
import { moveHolds } from "./holds/move-holds.ts";
import { adoptRecords } from "./record/adopt-records.ts";
import { diffComments } from "./shown/diff-comments.ts";
import { diffLabels } from "./shown/diff-labels.ts";
import { judgeTaskStates } from "./shown/judge-task-states.ts";
import { buildSituations } from "./situation/build-situations.ts";
import { listResources } from "./situation/list-resources.ts";
import { toWrite } from "./to-write.ts";

/**
 * Decides, from what GitHub has and what is stored, all that must change. Pure: labels, gates and
 * comments are a function of these two, so a second look at the same world decides nothing. A store
 * that knows nothing of the lane first takes over what GitHub remembers of it, and only that.
 *
 * @throws {InputError} if that cannot be read.
 */
export function decide(lane: ObservedLane, stored: StoredLane): Decision {
  const { now, since } = stored;
  // without a plan there is no record to read, and nobody to give to
  const adoption = stored.isNew && lane.plans.length > 0 ? adoptRecords(lane) : undefined;
  if (adoption?.since !== undefined) return { ...nothing, adoption, wakeAt: now };
  const gates = markUnsure(lane.gates, stored);
  const observed = { ...lane, gates };
  const resources = listResources(observed);
  const { tasks, pulls } = buildSituations(observed, resources, stored);
  const { freezes, added, thaws } = judgeFreezes(observed, tasks, resources, stored);

  const moved = moveHolds(tasks, observed, { holds: stored.holds, freezes, now });
  const { holds, grants, revoking, releases } = moved;
  const shownHolds = [...holds, ...grants.map(toHold)];
  const context = { tasks, holds, grants, shownHolds, freezes, gates };
  const wanted = mergeVerdicts(judgeGates(pulls, context));
  const states = judgeTaskStates(tasks, moved.startable);
  const passes = listNewPasses(wanted);
  const written = { states, holds: addPasses(shownHolds, passes), freezes, since };
  const changes = diffGates({ wanted, revoking, holds, now }, observed);
  const outbox = [
    ...changes.filter(({ verdict }) => verdict === "queued"),
    ...diffComments(observed, tasks, written), // a turn is on record before anybody can use it
    ...diffLabels(tasks, states),
    ...changes.filter(({ verdict }) => verdict === "success"),
  ];
  return {
    adoption,
    grants,
    revoking: revoking.filter(({ hold }) => hold.state === "held").map(({ hold }) => hold.id),
    passes,
    releases,
    freezes: added,
    thaws,
    outbox: outbox.map(toWrite),
    wakeAt: nextWakeAt({
      wanted,
      isRevoking: revoking.length > 0,
      landings: tasks.flatMap(({ landingUntil }) => landingUntil ?? []),
      gates,
      now,
    }),
  };
}

const nothing = {
  grants: [],
  revoking: [],
  passes: [],
  releases: [],
  freezes: [],
  thaws: [],
  outbox: [],
} as const;

/** The holds with what passes on them from now on. */
function addPasses(holds: readonly Hold[], added: Decision["passes"]): readonly Hold[] {
  return holds.map((hold) => {
    const own = added.filter(({ holdId }) => holdId === hold.id).map(({ pass }) => pass);
    return own.length === 0 ? hold : { ...hold, passes: [...hold.passes, ...own] };
  });
}

/** A grant as the hold it will be; its ID is not known yet. */
function toHold(grant: Grant): Hold {
  return { ...grant, id: "", state: "held", passes: [] };
}
