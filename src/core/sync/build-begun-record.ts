import type { TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanRecord, RecordedTask } from "../model/record.ts";
import { type Applied, buildRecord } from "./build-record.ts";

/**
 * The record of an apply that has not written yet: what is known already is whose, and all else is as the last
 * apply left it. By it a run that was cut short is gone on with though its spec changes meanwhile: the tasks
 * that issues were to be made for keep their IDs, and issues that were taken over, which people opened, stay theirs.
 */
export function buildBegunRecord(
  plan: Plan,
  known: Pick<Applied, "issues" | "groups" | "trackingIssue" | "login" | "adoptedTitles">,
  last: PlanRecord | undefined,
): PlanRecord {
  const before = new Map(last?.tasks.map((task) => [task.id, task]));
  const built = buildRecord(plan, known, last);
  const isSame = ({ id, issue }: RecordedTask) => before.get(id)?.issue?.nodeId === issue?.nodeId;
  const kept = new Set(built.tasks.filter(isSame).map(({ id }) => id));
  const isKept = (pair: readonly TaskId[]) => pair.every((id) => kept.has(id));
  return {
    ...built,
    ...(last?.commit !== undefined && { commit: last.commit }),
    tasks: built.tasks.map(({ milestone: _, type: __, parent: ___, ...task }) => {
      const old = before.get(task.id);
      if (old === undefined) return task;
      if (kept.has(task.id)) return old;
      const { milestone: _____, type: ______, parent: _______, ...rest } = old;
      return { ...rest, issue: task.issue, adoptedTitle: task.adoptedTitle };
    }),
    links: (last?.links ?? []).filter(isKept),
    theirLinks: last?.theirLinks?.filter(isKept),
  };
}
