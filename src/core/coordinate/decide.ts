import type { Decision, Grant } from "../model/decision.ts";
import type { Hold } from "../model/hold.ts";
import type { ObservedLane } from "../model/observed-lane.ts";
import type { OutboxOp } from "../model/outbox.ts";
import type { StoredLane } from "../model/stored-lane.ts";
import { diffGates } from "./gates/diff-gates.ts";
import { judgeGates } from "./gates/judge-gates.ts";
import { listNewPasses } from "./gates/list-new-passes.ts";
import { mergeVerdicts } from "./gates/merge-verdicts.ts";
import { nextWakeAt } from "./gates/next-wake-at.ts";
import { judgeFreezes } from "./holds/judge-freezes.ts";
import { moveHolds } from "./holds/move-holds.ts";
import { diffComments } from "./shown/diff-comments.ts";
import { diffLabels } from "./shown/diff-labels.ts";
import { judgeTaskStates } from "./shown/judge-task-states.ts";
import { buildSituations } from "./situation/build-situations.ts";
import { listResources } from "./situation/list-resources.ts";

/**
 * Decides, from what GitHub has and what is stored, all that must change. Pure: labels, gates and
 * comments are a function of these two, so a second look at the same world decides nothing.
 */
export function decide(observed: ObservedLane, stored: StoredLane): Decision {
  const { now } = stored;
  const { gates } = observed;
  const resources = listResources(observed);
  const { tasks, pulls } = buildSituations(observed, resources, stored.holds);
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
    outbox: outbox.map((op) => ({ opKey: toOpKey(op), op })),
    wakeAt: nextWakeAt({ wanted, isRevoking: revoking.length > 0, gates, now }),
  };
}

/** A grant as the hold it will be; its ID is not known yet. */
function toHold(grant: Grant): Hold {
  return { ...grant, id: "", state: "held", passes: [] };
}

/** The same for the same write, so that it is never stored twice while it waits. */
function toOpKey(op: OutboxOp): string {
  switch (op.kind) {
    case "gate":
      return `gate ${op.headSha} ${op.externalId}`;
    case "live-comment":
      return `live-comment ${op.issueNumber}`;
    default:
      return `${op.kind} ${op.issueNumber} ${op.label}`;
  }
}
