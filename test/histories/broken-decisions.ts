import { decide } from "../../src/core/coordinate/decide.ts";
import type { Resource } from "../../src/core/model/config.ts";
import type { Decision } from "../../src/core/model/decision.ts";
import type { ObservedLane, ObservedWork } from "../../src/core/model/observed-lane.ts";
import type { BrokenDecide } from "./history.ts";

/** A decision with a fault, and the words in which the watch finds it. */
export interface BrokenDecision {
  readonly decide: BrokenDecide;
  readonly found: RegExp;
}

/** Decisions with a fault each, by what is wrong with them. */
export const brokenDecisions: Readonly<Record<string, BrokenDecision>> = {
  "grants ignore capacity": {
    decide: (observed, state) => decide(widen(observed), state),
    found: /which is taken/,
  },
  "holds are released before their gates are taken back": {
    decide: (observed, state) => releaseAtOnce(decide(observed, state)),
    found: /may both land|may land beside/,
  },
  "labels are judged by the plan's edges only": {
    decide: (observed, state) => decide({ ...observed, issues: relink(observed) }, state),
    found: /wears state:/,
  },
  "passes are not stored": {
    decide: (observed, state) => ({ ...decide(observed, state), passes: [] }),
    found: /is not stored/,
  },
  "a lost store is not made good": {
    decide: (observed, state) => {
      const { adoption, ...decision } = decide(observed, state);
      return { ...decision, adoption: adoption && { since: undefined, holds: [], freezes: [] } };
    },
    found: /which is taken|is frozen|nobody noticed/,
  },
  "what a pull request touches is not looked at": {
    decide: (observed, state) => decide(withoutFiles(observed), state),
    found: /does not hold|names no open task|nobody knows its files/,
  },
  "limits are not counted": {
    decide: (observed, state) => {
      const plans = observed.plans.map((plan) => ({ ...plan, limits: [] }));
      return decide({ ...observed, plans }, state);
    },
    found: /has no room/,
  },
  "violations are not seen": {
    decide: (observed, state) => ({ ...decide(observed, state), freezes: [] }),
    found: /nobody noticed/,
  },
};

function withoutFiles(observed: ObservedLane): ObservedLane {
  return { ...observed, pulls: observed.pulls.map((pull) => ({ ...pull, files: [] })) };
}

function widen(observed: ObservedLane): ObservedLane {
  const wide = (resource: Resource) => ({
    ...resource,
    type: "shared_limited" as const,
    capacity: 3,
  });
  const plans = observed.plans.map((plan) => ({ ...plan, resources: plan.resources.map(wide) }));
  return { ...observed, plans, resources: observed.resources.map(wide) };
}

function releaseAtOnce(decision: Decision): Decision {
  const reason = "at once";
  const releases = decision.revoking.map((holdId) => ({ holdId, reason }));
  const outbox = decision.outbox.filter(({ op }) => op.kind !== "gate" || op.revokes.length === 0);
  return { ...decision, revoking: [], releases: [...decision.releases, ...releases], outbox };
}

/** Issues with the links that the plan made, whatever people added or took away. */
function relink({ plans, issues }: ObservedLane): ObservedLane["issues"] {
  const linked = new Map(issues);
  for (const { tasks } of plans) {
    const byId = new Map(tasks.map(({ id, issue }) => [id, issues.get(issue?.nodeId ?? "")]));
    for (const { id, predecessors } of tasks) {
      const issue: ObservedWork | undefined = byId.get(id);
      const blockedBy = predecessors.flatMap((earlier) => byId.get(earlier) ?? []);
      if (issue) linked.set(issue.nodeId, { ...issue, blockedBy });
    }
  }
  return linked;
}
