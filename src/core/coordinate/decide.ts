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
import { diffComments } from "./shown/diff-comments.ts";
import { diffLabels } from "./shown/diff-labels.ts";
import { judgeTaskStates } from "./shown/judge-task-states.ts";
import { buildSituations } from "./situation/build-situations.ts";
import { listResources } from "./situation/list-resources.ts";
import { toWrite } from "./to-write.ts";

/**
 * Decides, from what GitHub has and what is stored, all that must change. Pure: labels, gates and
 * comments are a function of these two, so a second look at the same world decides nothing.
 */
export function decide(lane: ObservedLane, stored: StoredLane): Decision {
  const { now } = stored;
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
  const outbox = [
    ...diffGates({ wanted, revoking, holds, now }, observed),
    ...diffLabels(tasks, states),
    ...diffComments(observed, tasks, { states, holds: shownHolds, freezes }),
  ];
  return {
    grants,
    revoking: revoking.filter(({ hold }) => hold.state === "held").map(({ hold }) => hold.id),
    passes: listNewPasses(wanted),
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

/** A grant as the hold it will be; its ID is not known yet. */
function toHold(grant: Grant): Hold {
  return { ...grant, id: "", state: "held", passes: [] };
}
