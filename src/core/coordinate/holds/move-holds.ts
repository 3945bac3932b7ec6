import type { Grant } from "../../model/decision.ts";
import type { Hold } from "../../model/hold.ts";
import type { ObservedLane } from "../../model/observed-lane.ts";
import type { TaskSituation } from "../situation/situation.ts";
import { findEndedHolds } from "./find-ended-holds.ts";
import { type GrantContext, grantHolds } from "./grant-holds.ts";
import { keepHolds, type TakenBack, takeBackHolds } from "./take-back-holds.ts";

/** How holds change hands in a pass. */
export interface MovedHolds extends TakenBack {
  readonly grants: readonly Grant[];
  /** Keys of the tasks that hold all they need and have a slot. */
  readonly startable: ReadonlySet<string>;
  /** Those that are left of the stored ones, as they are after this pass. */
  readonly holds: readonly Hold[];
}

/** Ends the holds that must end, gives what is free, and takes back what is no use in part. */
export function moveHolds(
  tasks: readonly TaskSituation[],
  observed: ObservedLane,
  context: GrantContext,
): MovedHolds {
  const ended = takeBackHolds(findEndedHolds(tasks, observed, context.holds), observed);
  const staying = keepHolds(context.holds, ended);
  const { grants, startable, handedBack } = grantHolds(tasks, { ...context, holds: staying });
  const reason = "its task needs more and takes all at once";
  const handed = takeBackHolds(
    handedBack.map((hold) => ({ hold, reason })),
    observed,
  );
  return {
    grants,
    startable,
    holds: keepHolds(staying, handed),
    revoking: [...ended.revoking, ...handed.revoking],
    releases: [...ended.releases, ...handed.releases],
  };
}
