import type { z } from "zod";
import type { Freeze, Hold } from "../../model/hold.ts";
import type { PlanId } from "../../model/ids.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";
import { type recordShape, recordStart } from "./record-shape.ts";

/** What is to be remembered of a lane. */
export interface RecordedLane {
  readonly lane: string;
  readonly since: number;
  /** All unreleased holds, with the passes that this pass adds. */
  readonly holds: readonly Hold[];
  readonly freezes: readonly Freeze[];
}

/** Older heads of a pull request are looked after by the newest pass. */
const mostPasses = 10;

/**
 * The line of a live comment from which a coordinator that lost its store learns who holds what of
 * a plan, which gates passed on it, and what of the repository is frozen. Nobody sees it. Nothing
 * in it can end the HTML comment that it stands in.
 */
export function renderRecordLine(
  planId: PlanId,
  { lane, since, holds, freezes }: RecordedLane,
): string {
  const own = holds
    .filter(({ holder }) => holder.repository === lane && holder.planId === planId)
    .toSorted(byUnit);
  const record: z.infer<typeof recordShape> = {
    version: 1,
    lane,
    since,
    holds: own.map(({ scope, resource, unit, holder, grantedAt, passes }) => ({
      ...{ scope, resource, unit, task: holder.taskId, grantedAt },
      passes: passes.slice(-mostPasses).map(({ pullNumber, headSha }) => [pullNumber, headSha]),
    })),
    freezes: freezes
      .filter(({ repository }) => repository === lane)
      .map(({ scope, resource, pullNumber, reason }) => ({ scope, resource, pullNumber, reason })),
  };
  return `${recordStart}${escapeMarkup(JSON.stringify(record))} -->`;
}

function byUnit(a: Hold, b: Hold): number {
  const [one, other] = [toResourceKey(a), toResourceKey(b)];
  return one < other ? -1 : Number(one > other) || a.unit - b.unit;
}

function escapeMarkup(json: string): string {
  return json.replaceAll(
    /[<>&]|-(?=-)/g,
    (char) => `\\u00${char.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
