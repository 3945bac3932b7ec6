import type { Task } from "../model/plan.ts";

/** Of a task whose spec names no hours: the likely figure that the forecasts assume. */
const unstatedHours = 4;

/** Hours that a task likely takes: as stated, else as the forecasts assume. */
export function likelyHours({ effort }: Pick<Task, "effort">): number {
  return effort?.hours ?? unstatedHours;
}
