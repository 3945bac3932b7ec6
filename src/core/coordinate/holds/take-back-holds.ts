import type { GatePass, Hold } from "../../model/hold.ts";
import type { ObservedLane } from "../../model/observed-lane.ts";
import type { EndedHold } from "./find-ended-holds.ts";

/** A hold on its way out, and the commits whose gate must fall. */
export interface Revoking {
  readonly hold: Hold;
  readonly headShas: readonly string[];
}

/** How far each ended hold is. */
export interface TakenBack {
  readonly revoking: readonly Revoking[];
  /** Those that end now. */
  readonly releases: readonly { readonly holdId: string; readonly reason: string }[];
}

/**
 * Takes holds back. One on which gates have passed goes in two passes: first the gates are taken
 * back, whatever GitHub shows of them (it may lag); once that was sent, and GitHub shows no success
 * any more, it is released. If its pull request was merged meanwhile it landed with the hold in
 * force, which ends it as well.
 */
export function takeBackHolds(ended: readonly EndedHold[], observed: ObservedLane): TakenBack {
  const revoking: Revoking[] = [];
  const releases: { holdId: string; reason: string }[] = [];
  for (const { hold, reason } of ended) {
    const headShas = listStanding(hold, observed);
    const isSeen = headShas.every((sha) => observed.gates.get(sha)?.verdict !== "success");
    const isOver = headShas.length === 0 || (hold.state === "revoked" && isSeen);
    if (isOver) releases.push({ holdId: hold.id, reason });
    else revoking.push({ hold, headShas });
  }
  return { revoking, releases };
}

/** The holds that are left: without those released, and none in force that is on its way out. */
export function keepHolds(holds: readonly Hold[], taken: TakenBack): readonly Hold[] {
  const released = new Set(taken.releases.map(({ holdId }) => holdId));
  const leaving = new Set(taken.revoking.map(({ hold }) => hold.id));
  return holds
    .filter(({ id }) => !released.has(id))
    .map((hold) =>
      leaving.has(hold.id) && hold.state === "held" ? { ...hold, state: "revoking" } : hold,
    );
}

/** Head commits whose success could still let something land on this hold. */
function listStanding(hold: Hold, observed: ObservedLane): readonly string[] {
  const shas = hold.passes
    .filter((pass) => couldLand(pass, observed))
    .map(({ headSha }) => headSha);
  return [...new Set(shas)];
}

/**
 * All could but for those of a merged pull request (a closed one can be reopened): its head has
 * landed, unless an open one shares it, and its older commits count only while success is seen.
 */
function couldLand({ pullNumber, headSha }: GatePass, { pulls, gates }: ObservedLane): boolean {
  if (pulls.some((pull) => pull.state === "open" && pull.headSha === headSha)) return true;
  const merged = pulls.find(({ number, state }) => number === pullNumber && state === "merged");
  if (!merged) return true;
  return merged.headSha !== headSha && gates.get(headSha)?.verdict === "success";
}
