import type { Hold } from "../../model/hold.ts";
import type { ObservedLane, ObservedPull } from "../../model/observed-lane.ts";
import type { TaskSituation } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";

/** A hold that must end, and why, for the record. */
export interface EndedHold {
  readonly hold: Hold;
  readonly reason: string;
}

/** Finds the holds of a lane's own tasks that must end; those on their way out already are among them. */
export function findEndedHolds(
  tasks: readonly TaskSituation[],
  { lane, pulls }: ObservedLane,
  holds: readonly Hold[],
): readonly EndedHold[] {
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const byNumber = new Map(pulls.map((pull) => [pull.number, pull]));
  return holds
    .filter(({ holder }) => holder.repository === lane)
    .flatMap((hold) => {
      if (hold.state !== "held") return [{ hold, reason: "it was given up" }];
      const task = byKey.get(`${hold.holder.planId}/${hold.holder.taskId}`);
      const reason = findReason(hold, task) ?? (task && findPassedReason(hold, task, byNumber));
      return reason === undefined ? [] : [{ hold, reason }];
    });
}

/** Why a task cannot keep a hold, whatever its pull requests do. */
function findReason(hold: Hold, task: TaskSituation | undefined): string | undefined {
  if (!task) return "its task left the plan";
  if (task.standing === "gone") return "its issue is gone";
  if (task.standing !== "open") return `its issue was closed as ${task.standing}`;
  if (task.landingUntil !== undefined) return "its pull request was merged";
  const [blocker] = task.blockers;
  if (blocker) return `its task waits again for ${blocker.name}`;
  if (!task.mayHold) return "its pull request waits for other tasks";
  const isNeeded = task.needs.some((need) => toResourceKey(need) === toResourceKey(hold));
  const isKnown = task.pulls.every(({ files }) => files !== undefined);
  return isNeeded || !isKnown ? undefined : "its task does not need it any more";
}

/** A hold that has let a pull request pass goes with that one. */
function findPassedReason(
  { passes }: Hold,
  task: TaskSituation,
  pulls: ReadonlyMap<number, ObservedPull>,
): string | undefined {
  const passed = passes.map(({ pullNumber }) => pulls.get(pullNumber));
  const isUnderWay = passed.some((pull) => pull?.state === "open" && task.pulls.includes(pull));
  if (passed.length === 0 || isUnderWay) return undefined;
  if (passed.some((pull) => pull?.state === "merged")) return "its pull request was merged";
  if (passed.some((pull) => pull?.state === "open")) return "its pull request names it no longer";
  return "its pull request was closed";
}
