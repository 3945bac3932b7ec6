import type { LaneRecord } from "../../model/lane-record.ts";
import type { ObservedLane } from "../../model/observed-lane.ts";
import { readRecordLine } from "./read-record-line.ts";

/**
 * Gathers what the live comments of a repository remember, for a store that knows nothing of it.
 * What several of them tell counts once.
 *
 * @throws {InputError} if one of them cannot be read.
 */
export function adoptRecords({ lane, plans, comments }: ObservedLane): LaneRecord {
  const records = plans.flatMap(({ id }) => {
    const comment = comments.get(id);
    return comment ? [readRecordLine(comment.body, lane, id)] : [];
  });
  const freezes = records.flatMap((record) => record.freezes);
  const byPlace = freezes.map(
    (freeze) => [`${freeze.scope} ${freeze.resource} ${freeze.pullNumber}`, freeze] as const,
  );
  return {
    since: records.length === 0 ? undefined : Math.min(...records.map(({ since }) => since ?? 0)),
    holds: records.flatMap(({ holds }) => holds),
    freezes: [...new Map(byPlace).values()],
  };
}
