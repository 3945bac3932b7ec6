import { InputError } from "../../errors.ts";
import type { LaneName } from "../../model/event.ts";
import type { PlanId, ResourceId, TaskId } from "../../model/ids.ts";
import type { LaneRecord } from "../../model/lane-record.ts";
import { recordShape, recordStart } from "./record-shape.ts";

/**
 * Reads what a live comment remembers of a plan's turns. A repository that was renamed since keeps
 * them under its new name.
 *
 * @throws {InputError} if the record is not there or was changed: nobody can tell then who has a turn.
 */
export function readRecordLine(body: string, lane: LaneName, planId: PlanId): LaneRecord {
  const { lane: old, since, holds, freezes } = parseRecord(body, planId);
  const move = (scope: string) =>
    scope.replace(`repo:${old}`, `repo:${lane}`).replace(`plan:${old}/`, `plan:${lane}/`);
  return {
    since,
    holds: holds.map(({ scope, resource, unit, task, grantedAt, passes }) => ({
      scope: move(scope),
      resource: resource as ResourceId,
      unit,
      holder: { repository: lane, planId, taskId: task as TaskId },
      passes: passes.map(([pullNumber, headSha]) => ({ pullNumber, headSha })),
      grantedAt,
    })),
    freezes: freezes.map(({ scope, resource, ...freeze }) => ({
      ...freeze,
      scope: move(scope),
      resource: resource as ResourceId,
      repository: lane,
    })),
  };
}

function parseRecord(body: string, planId: PlanId) {
  const line = body.split(/\r?\n/).find((one) => one.startsWith(recordStart));
  try {
    return recordShape.parse(
      JSON.parse((line ?? "").slice(recordStart.length).replace(/ -->\s*$/, "")),
    );
  } catch (cause) {
    const message = `Cannot read who has turns by ${planId} from the live comment on its tracking issue; bring back its last text from the comment's history, or delete the comment if nobody has a turn`;
    throw new InputError(message, { cause });
  }
}
