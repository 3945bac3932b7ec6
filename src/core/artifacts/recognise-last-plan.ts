import { type TasksJson, tasksJson } from "../model/artifact/tasks-json.ts";
import { type PlanId, planIdPattern, type TaskId, taskIdPattern } from "../model/ids.ts";
import type { PlanRecord, RecordedTask } from "../model/record.ts";

/**
 * Recognises in the text of a tasks.json the plan that it was written for, as a record without issues:
 * what its tasks are known again by in the next plan.
 *
 * @returns `undefined` for anything that this program did not write: no JSON, other fields, other IDs.
 */
export function recogniseLastPlan(text: string): PlanRecord | undefined {
  const { success, data } = tasksJson.safeParse(parseJson(text));
  if (!success) return undefined;
  const { planId = "", spec_path: specPath, retired = [] } = data.meta;
  const ids = [...data.tasks.map(({ id }) => id), ...retired];
  const isOurs = planIdPattern.test(planId) && ids.every((id) => taskIdPattern.test(id));
  if (!isOurs || specPath === undefined || new Set(ids).size < ids.length) return undefined;
  const common = { version: 1 as const, planId: planId as PlanId, specPath };
  const tasks = [...data.tasks.map(toRecorded), ...retired.map(toRetired)];
  return { ...common, tasks, links: [], logins: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toRecorded(task: TasksJson["tasks"][number]): RecordedTask {
  const paths = task.boundaries?.scope?.includes;
  return {
    id: task.id as TaskId,
    ownId: task.source?.id,
    title: task.title,
    contentHash: task.contentHash ?? "",
    files: paths,
    isRetired: false,
  };
}

/** Of a task that is gone only its ID is kept, which is not given again. */
function toRetired(id: string): RecordedTask {
  return { id: id as TaskId, title: "", contentHash: "", isRetired: true };
}
